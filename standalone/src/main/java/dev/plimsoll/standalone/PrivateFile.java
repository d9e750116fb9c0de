/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A small text file that only its owner can read (0600 where the file system has POSIX
 * permissions), replaced as a whole or not at all.
 *
 * @param path where it lies; the parent directory must exist before a write
 */
public record PrivateFile(Path path) {

  /**
   * Returns the whole text without white space at its ends.
   *
   * @throws IOException if the file is missing or unreadable
   */
  public String read() throws IOException {
    return Files.readString(path, UTF_8).strip();
  }

  /**
   * Replaces the content. The bytes are on the disk before the new file takes the name, so that a
   * crash leaves the old content or the new one, never half of it.
   *
   * @throws IOException if the directory is missing or not writable, or the disk is full
   */
  public void write(String text) throws IOException {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      ByteBuffer bytes = ByteBuffer.wrap((text + "\n").getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, path, ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return hasPosixPermissions()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  static boolean hasPosixPermissions() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
