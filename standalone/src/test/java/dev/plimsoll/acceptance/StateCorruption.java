/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.plimsoll.domain.session.SessionRowKeys;
import dev.plimsoll.schemas.topics.SessionKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Damages the stored state of a session of a stopped installation, as a bug or a bad disk would.
 * Streams keeps a store that was closed in order, so the next start serves what is left here.
 */
final class StateCorruption {
  private final Path stores;

  StateCorruption(Installation stopped) {
    RocksDB.loadLibrary();
    this.stores = stopped.data().resolve("state/plimsoll-sessions");
  }

  /** Changes one byte of an entry's text; the length stays. */
  void changeEntry(String session, long seq, String text) throws RocksDBException {
    edit(
        session,
        (db, family, keys) -> {
          byte[] key = keys.entry(seq);
          byte[] row = db.get(family, key);
          int at = new String(row, ISO_8859_1).indexOf(text);
          row[at] ^= 1;
          db.put(family, key, row);
        });
  }

  /** Takes an entry out. */
  void deleteEntry(String session, long seq) throws RocksDBException {
    edit(session, (db, family, keys) -> db.delete(family, keys.entry(seq)));
  }

  /** Takes the header out, without which there is no session. */
  void deleteHeader(String session) throws RocksDBException {
    edit(session, (db, family, keys) -> db.delete(family, keys.header()));
  }

  private interface Edit {
    void apply(RocksDB db, ColumnFamilyHandle family, SessionRowKeys keys) throws RocksDBException;
  }

  private void edit(String session, Edit edit) throws RocksDBException {
    Path store =
        stores.resolve("0_" + Installation.partitionOf(session)).resolve("rocksdb/session-state");
    SessionRowKeys keys = SessionRowKeys.of(new SessionKey(Installation.TENANT, session));
    List<ColumnFamilyHandle> families = new ArrayList<>();
    try (Options options = new Options();
        DBOptions dbOptions = new DBOptions();
        FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
      List<ColumnFamilyDescriptor> names =
          RocksDB.listColumnFamilies(options, store.toString()).stream()
              .map(ColumnFamilyDescriptor::new)
              .toList();
      try (RocksDB db = RocksDB.open(dbOptions, store.toString(), names, families)) {
        for (ColumnFamilyHandle family : families) {
          if (db.get(family, keys.header()) != null) {
            edit.apply(db, family, keys);
            db.flush(flush, family);
            return;
          }
        }
        throw new IllegalStateException(
            "Expected the state of %s in %s, but there is none in its %d column families"
                .formatted(session, store, families.size()));
      }
    }
  }
}
