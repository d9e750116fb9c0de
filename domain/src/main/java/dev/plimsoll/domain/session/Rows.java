/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Ordered rows of bytes: a state store, a scratch store of a verification, a map in a test. */
public interface Rows {

  /** The value of a key, or null. */
  byte @Nullable [] get(byte[] key);

  /** Writes a row. */
  void put(byte[] key, byte[] value);

  /** Removes a row, if there is one. */
  void delete(byte[] key);

  /**
   * Visits rows in unsigned order of their keys until the visitor says no.
   *
   * @param from first key, inclusive
   * @param to last key, inclusive
   * @param visitor takes key and value; false ends the visit
   */
  void scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor);
}
