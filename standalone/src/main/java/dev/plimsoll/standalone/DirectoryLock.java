/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.plimsoll.standalone.DataDirectoryException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock on a data directory: the operating system's own, on the file {@code lock}, whose text is
 * the holder's process id.
 */
final class DirectoryLock implements AutoCloseable {

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock at once or not at all.
   *
   * @throws DataDirectoryException if another process, or this one, has it
   */
  static DirectoryLock take(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    DirectoryLock lock = new DirectoryLock(channel);
    if (!tryLock(channel)) {
      String holder = text(channel);
      lock.close();
      throw new DataDirectoryException(
          Problem.LOCKED,
          "Expected %s to be free, but %s uses it. Stop that one, or choose another directory with --data."
              .formatted(root, holder.isEmpty() ? "another process" : "process " + holder));
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
    return lock;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // this very process has it
    }
  }

  private static String text(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(20);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), US_ASCII).strip();
  }
}
