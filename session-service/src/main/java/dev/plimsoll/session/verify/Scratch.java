/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.domain.session.SessionRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** A throw-away store into which a verification folds the history again. */
final class Scratch implements AutoCloseable {
  private final Path directory;
  private final DBOptions options;
  private final RocksDB db;
  private final List<ColumnFamilyHandle> families = new ArrayList<>();

  /** A new one below a directory. */
  Scratch(Path parent) {
    RocksDB.loadLibrary();
    this.options = new DBOptions().setCreateIfMissing(true).setCreateMissingColumnFamilies(true);
    try {
      Files.createDirectories(parent);
      this.directory = Files.createTempDirectory(parent, "verification-");
      this.db =
          RocksDB.open(
              options,
              directory.toString(),
              List.of(
                  new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY),
                  new ColumnFamilyDescriptor("acceptances".getBytes(UTF_8))),
              families);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RocksDBException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where sessions are folded into. */
  SessionRows rows() {
    return new SessionRows(
        new ScratchRows(db, families.get(0)), new ScratchRows(db, families.get(1)));
  }

  @Override
  public void close() {
    families.forEach(ColumnFamilyHandle::close);
    db.close();
    options.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
