/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.verify;

import dev.plimsoll.domain.session.Rows;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Rows of a verification, on disk: a history may be larger than memory. */
final class ScratchRows implements Rows {
  private final RocksDB db;
  private final ColumnFamilyHandle family;

  ScratchRows(RocksDB db, ColumnFamilyHandle family) {
    this.db = db;
    this.family = family;
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    try {
      return db.get(family, key);
    } catch (RocksDBException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void put(byte[] key, byte[] value) {
    try {
      db.put(family, key, value);
    } catch (RocksDBException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void delete(byte[] key) {
    try {
      db.delete(family, key);
    } catch (RocksDBException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
    try (RocksIterator rows = db.newIterator(family)) {
      for (rows.seek(from); rows.isValid(); rows.next()) {
        byte[] key = rows.key();
        if (java.util.Arrays.compareUnsigned(key, to) > 0 || !visitor.test(key, rows.value())) {
          return;
        }
      }
    }
  }
}
