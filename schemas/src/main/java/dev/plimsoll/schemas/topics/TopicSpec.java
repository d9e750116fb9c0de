/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.topics;

import java.util.Map;

/**
 * What a topic must be.
 *
 * @param name its name
 * @param spread how its partitions are counted
 * @param config its configuration, under Kafka's names; what is not named is the broker's
 */
public record TopicSpec(String name, Spread spread, Map<String, String> config) {

  /** How many partitions a topic has. */
  public enum Spread {
    /** The fixed number of the installation, the same for everything that is keyed by session. */
    BY_SESSION,
    /** One partition. */
    SINGLE
  }

  /** Number of partitions, where the installation has {@code sessionPartitions} for sessions. */
  public int partitions(int sessionPartitions) {
    return switch (spread) {
      case BY_SESSION -> sessionPartitions;
      case SINGLE -> 1;
    };
  }
}
