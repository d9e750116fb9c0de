/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.schemas.topics.SessionKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Keys of a session's rows: tenant, 0x00, session, 0x00, then 8 bytes of sequence (state) or 16
 * bytes of hash (acceptances). The header is the row of sequence 0, before all entries. Neither
 * tenant nor session can have a 0x00, so no session's keys are the beginning of another's.
 */
public final class SessionRowKeys {
  private static final int HASH_BYTES = 16;
  private final byte[] prefix;

  private SessionRowKeys(byte[] prefix) {
    this.prefix = prefix;
  }

  /** The keys of one session. */
  public static SessionRowKeys of(SessionKey key) {
    return new SessionRowKeys((key.tenant() + '\0' + key.session() + '\0').getBytes(UTF_8));
  }

  /** The session of a key that this class made. */
  public static SessionKey sessionOf(byte[] rowKey) {
    int first = indexOfZero(rowKey, 0);
    int second = indexOfZero(rowKey, first + 1);
    return new SessionKey(
        new String(rowKey, 0, first, UTF_8),
        new String(rowKey, first + 1, second - first - 1, UTF_8));
  }

  /** The sequence of a key of the state. */
  public static long seqOf(byte[] rowKey) {
    return ByteBuffer.wrap(rowKey, rowKey.length - Long.BYTES, Long.BYTES).getLong();
  }

  /** Key of the header. */
  public byte[] header() {
    return entry(0);
  }

  /** Key of a live entry. */
  public byte[] entry(long seq) {
    return ByteBuffer.allocate(prefix.length + Long.BYTES).put(prefix).putLong(seq).array();
  }

  /** Key of the acceptance of an entry id: 128 bits of its SHA-256. */
  public byte[] acceptance(String entryId) {
    byte[] hash = Sha256.of(entryId.getBytes(UTF_8));
    return ByteBuffer.allocate(prefix.length + HASH_BYTES)
        .put(prefix)
        .put(hash, 0, HASH_BYTES)
        .array();
  }

  /** The lowest key that any acceptance of the session can have. */
  public byte[] firstAcceptance() {
    return Arrays.copyOf(prefix, prefix.length + HASH_BYTES);
  }

  /** The highest key that any acceptance of the session can have. */
  public byte[] lastAcceptance() {
    byte[] key = Arrays.copyOf(prefix, prefix.length + HASH_BYTES);
    Arrays.fill(key, prefix.length, key.length, (byte) 0xff);
    return key;
  }

  private static int indexOfZero(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("Expected a key of a session's row, but it has no end");
  }
}
