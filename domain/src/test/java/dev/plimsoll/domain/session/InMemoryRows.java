/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Rows in memory, in unsigned order of their keys; one may write while others read. */
public final class InMemoryRows implements Rows {
  private final ConcurrentSkipListMap<byte[], byte[]> rows =
      new ConcurrentSkipListMap<>(Arrays::compareUnsigned);

  /** Empty rows for sessions. */
  public static SessionRows ofSessions() {
    return new SessionRows(new InMemoryRows(), new InMemoryRows());
  }

  /** All rows as hex, to compare them byte by byte. */
  public static Map<String, String> contents(Rows rows) {
    Map<String, String> contents = new TreeMap<>();
    HexFormat hex = HexFormat.of();
    rows.scan(
        new byte[0],
        new byte[] {(byte) 0xff},
        (key, value) -> {
          contents.put(hex.formatHex(key), hex.formatHex(value));
          return true;
        });
    return contents;
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    return rows.get(key);
  }

  @Override
  public void put(byte[] key, byte[] value) {
    rows.put(key, value);
  }

  @Override
  public void delete(byte[] key) {
    rows.remove(key);
  }

  @Override
  public void scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
    for (Map.Entry<byte[], byte[]> row : rows.subMap(from, true, to, true).entrySet()) {
      if (!visitor.test(row.getKey(), row.getValue())) {
        return;
      }
    }
  }
}
