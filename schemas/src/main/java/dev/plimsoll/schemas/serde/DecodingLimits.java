/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import dev.plimsoll.schemas.topics.Topics;

/**
 * Avro allocates what a record claims to contain before it looks whether that is there: without a
 * limit a few damaged bytes run the process out of memory, again after each restart. It takes its
 * limits from system properties alone, once, when it first parses a schema that has a fixed type: a
 * program sets them before anything else.
 *
 * @see org.apache.avro.SystemLimitException
 */
public final class DecodingLimits {
  private DecodingLimits() {}

  /** Nothing inside a record can be larger than the record; a limit that an operator set stays. */
  public static void apply() {
    for (String limit : new String[] {"bytes", "string", "collectionItems"}) {
      String property = "org.apache.avro.limits." + limit + ".maxLength";
      if (System.getProperty(property) == null) {
        System.setProperty(property, Integer.toString(Topics.MAX_RECORD_BYTES));
      }
    }
  }
}
