/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.schemas.topics.SessionKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/**
 * A key that sorts a tenant's sessions by newest activity first: tenant, 0x00, 8 bytes of inverted
 * epoch milliseconds, session.
 *
 * @param tenant whose
 * @param lastActivity append time of the newest event
 * @param session session id
 */
public record ActivityKey(String tenant, Instant lastActivity, String session)
    implements Comparable<ActivityKey> {

  /** The key of a session. */
  static ActivityKey of(SessionKey key, Instant lastActivity) {
    return new ActivityKey(key.tenant(), lastActivity, key.session());
  }

  /** Reads a stored key. */
  static ActivityKey parse(byte[] bytes) {
    int zero = 0;
    while (bytes[zero] != 0) {
      zero++;
    }
    long inverted = ByteBuffer.wrap(bytes, zero + 1, Long.BYTES).getLong();
    int sessionAt = zero + 1 + Long.BYTES;
    return new ActivityKey(
        new String(bytes, 0, zero, UTF_8),
        Instant.ofEpochMilli(Long.MAX_VALUE - inverted),
        new String(bytes, sessionAt, bytes.length - sessionAt, UTF_8));
  }

  /** Which session. */
  public SessionKey sessionKey() {
    return new SessionKey(tenant, session);
  }

  /** The key as it is stored. */
  Bytes toBytes() {
    byte[] tenantBytes = tenant.getBytes(UTF_8);
    byte[] sessionBytes = session.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(tenantBytes.length + 1 + Long.BYTES + sessionBytes.length)
            .put(tenantBytes)
            .put((byte) 0)
            .putLong(Long.MAX_VALUE - lastActivity.toEpochMilli())
            .put(sessionBytes)
            .array());
  }

  /** The lowest key of a tenant. */
  static Bytes first(String tenant) {
    return Bytes.wrap((tenant + '\0').getBytes(UTF_8));
  }

  /** Above the highest key of a tenant. */
  static Bytes last(String tenant) {
    return Bytes.wrap((tenant + '\1').getBytes(UTF_8));
  }

  @Override
  public int compareTo(ActivityKey other) {
    return toBytes().compareTo(other.toBytes());
  }
}
