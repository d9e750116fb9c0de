/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.stream;

import dev.plimsoll.domain.session.Rows;
import java.util.function.BiPredicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Rows in a state store: read-write inside a topology, read-only for queries. */
public final class StoreRows implements Rows {
  private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
  private final @Nullable KeyValueStore<Bytes, byte[]> writable;

  private StoreRows(
      ReadOnlyKeyValueStore<Bytes, byte[]> store, @Nullable KeyValueStore<Bytes, byte[]> writable) {
    this.store = store;
    this.writable = writable;
  }

  /** Rows that a topology owns. */
  static StoreRows owned(KeyValueStore<Bytes, byte[]> store) {
    return new StoreRows(store, store);
  }

  /** Rows that a query sees. */
  static StoreRows queried(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
    return new StoreRows(store, null);
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    return store.get(Bytes.wrap(key));
  }

  @Override
  public void put(byte[] key, byte[] value) {
    writable().put(Bytes.wrap(key), value);
  }

  @Override
  public void delete(byte[] key) {
    writable().delete(Bytes.wrap(key));
  }

  @Override
  public void scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
    try (KeyValueIterator<Bytes, byte[]> rows = store.range(Bytes.wrap(from), Bytes.wrap(to))) {
      while (rows.hasNext()) {
        KeyValue<Bytes, byte[]> row = rows.next();
        if (!visitor.test(row.key.get(), row.value)) {
          return;
        }
      }
    }
  }

  private KeyValueStore<Bytes, byte[]> writable() {
    if (writable == null) {
      throw new UnsupportedOperationException("Expected a topology to write, but a query does");
    }
    return writable;
  }
}
