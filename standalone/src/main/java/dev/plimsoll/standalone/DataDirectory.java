/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import dev.plimsoll.standalone.DataDirectoryException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds all that one standalone instance keeps, used by one process at a time.
 *
 * <pre>
 * DIR/lock        held while the instance runs; its text is the process id
 * DIR/format      the data format, written once
 * DIR/secrets/    generated secrets, one file each, 0600
 * DIR/admin.key   the administrator's key
 * DIR/broker/     the broker's log segments
 * DIR/registry/   the schema registry's settings and process id
 * DIR/state/      the state stores of the services
 * DIR/logs/       log files
 * </pre>
 *
 * <p>The lock belongs to the operating system: it goes with the process, however that ends.
 */
public final class DataDirectory implements AutoCloseable {

  /** The broker stops hard when a write fails, so the start asks for some room: 64 MiB. */
  private static final long LEAST_FREE_BYTES = 64L << 20;

  private static final int SECRET_BYTES = 32;
  private static final Pattern SECRET_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Set<String> BEFORE_FORMAT = Set.of("lock", "format.new", "lost+found");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path root;
  private final DirectoryLock lock;

  private DataDirectory(Path root, DirectoryLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Opens the directory for this process alone, creating it (0700) if it does not exist.
   *
   * @param directory where; a relative path is taken from the current directory
   * @param format the data format of this version, one line; kept at the first use, and a directory
   *     with another one is refused
   * @throws DataDirectoryException with one line that says what is wrong and what to do
   */
  public static DataDirectory open(Path directory, String format) {
    Path root = directory.toAbsolutePath().normalize();
    DirectoryLock lock = null;
    try {
      Files.createDirectories(root);
      refuseForeignFiles(root);
      lock = DirectoryLock.take(root);
      makePrivate(root);
      refuseFullDisk(root);
      DataDirectory data = new DataDirectory(root, lock);
      data.agreeOnFormat(format);
      for (Path part : List.of(data.broker(), data.registry(), data.state(), data.logs())) {
        Files.createDirectories(part);
      }
      makePrivate(Files.createDirectories(data.secrets()));
      return data;
    } catch (IOException e) {
      release(lock);
      throw new DataDirectoryException(
          Problem.NOT_WRITABLE,
          "Expected a data directory that can be written, but %s cannot be: %s. Give it to this user, or choose another with --data."
              .formatted(root, reason(e)),
          e);
    } catch (RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  /** Returns the directory itself, absolute. */
  public Path root() {
    return root;
  }

  /** Returns where the broker keeps its log segments. */
  public Path broker() {
    return root.resolve("broker");
  }

  /** Returns the schema registry's working directory. */
  public Path registry() {
    return root.resolve("registry");
  }

  /** Returns where the services keep their state stores; it can be deleted, it is rebuilt. */
  public Path state() {
    return root.resolve("state");
  }

  /** Returns where the log files go. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** Returns the administrator's key file; it may not exist yet. */
  public Path adminKeyFile() {
    return root.resolve("admin.key");
  }

  /**
   * Returns the secret of that name, made at the first call: 32 random bytes in base64url, 43
   * characters, no padding. Safe from several threads.
   *
   * @param name of small letters, digits and hyphens, at most 63
   * @throws IllegalArgumentException if the name is another
   * @throws DataDirectoryException if it can be neither read nor written
   */
  public synchronized String secret(String name) {
    if (!SECRET_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Expected a secret's name of a-z, 0-9 and '-', but got '" + name + "'.");
    }
    PrivateFile file = new PrivateFile(secrets().resolve(name));
    try {
      if (!Files.exists(file.path())) {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        file.write(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      }
      return file.read();
    } catch (IOException e) {
      throw new DataDirectoryException(
          Problem.NOT_WRITABLE,
          "Expected to read or create the secret %s, but it failed: %s. Check the disk and the owner of the file."
              .formatted(file.path(), reason(e)),
          e);
    }
  }

  /** Gives the directory up; another process can open it from now on. */
  @Override
  public void close() {
    lock.close();
  }

  private static void release(@Nullable DirectoryLock lock) {
    if (lock != null) {
      lock.close();
    }
  }

  private Path secrets() {
    return root.resolve("secrets");
  }

  private void agreeOnFormat(String format) throws IOException {
    Path file = root.resolve("format");
    if (!Files.exists(file)) {
      new PrivateFile(file).write(format);
      return;
    }
    String found = new PrivateFile(file).read();
    if (!found.equals(format.strip())) {
      throw new DataDirectoryException(
          Problem.OTHER_FORMAT,
          "Expected data format %s, but %s has %s. Run the version that wrote it, or choose another directory with --data."
              .formatted(format, root, found));
    }
  }

  /** A mistyped --data must not fill, or lock others out of, somebody's home directory. */
  private static void refuseForeignFiles(Path root) throws IOException {
    if (Files.exists(root.resolve("format"))) {
      return;
    }
    try (Stream<Path> files = Files.list(root)) {
      files
          .filter(file -> !BEFORE_FORMAT.contains(file.getFileName().toString()))
          .findFirst()
          .ifPresent(file -> {
            throw new DataDirectoryException(
                Problem.FOREIGN,
                "Expected an empty directory or one of Plimsoll's, but %s has other files (%s). Choose another with --data."
                    .formatted(root, file.getFileName()));
          });
    }
  }

  private static void refuseFullDisk(Path root) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < LEAST_FREE_BYTES) {
      throw new DataDirectoryException(
          Problem.DISK_FULL,
          "Expected at least %d MiB free for %s, but the disk has %d MiB. Free some space, or choose another with --data."
              .formatted(LEAST_FREE_BYTES >> 20, root, free >> 20));
    }
  }

  private static void makePrivate(Path directory) throws IOException {
    if (PrivateFile.hasPosixPermissions()) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e.getClass().getSimpleName() + ": " + message;
  }
}
