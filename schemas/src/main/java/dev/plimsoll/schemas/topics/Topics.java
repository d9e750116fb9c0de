/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.topics;

import dev.plimsoll.schemas.topics.TopicSpec.Spread;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The one catalogue of topics: names, keys, partitions, clean-up, timestamps and sizes. Missing
 * topics are created from it, existing ones are checked against it.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>topic</th><th>key</th></tr>
 * <tr><td>session-commands</td><td>tenant/session</td></tr>
 * <tr><td>session-events</td><td>tenant/session/seq (20 digits)</td></tr>
 * <tr><td>session-blobs</td><td>tenant/session/SHA-256</td></tr>
 * <tr><td>dead-letters</td><td>key of the refused record</td></tr>
 * <tr><td>api-keys</td><td>id of the key</td></tr>
 * </table>
 */
public final class Topics {
  /** Largest record, in bytes; producers, brokers and consumers are set from it together. */
  public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

  /** Room for a record's key, headers and framing on top of its value, in bytes. */
  public static final int RECORD_OVERHEAD_BYTES = 64 * 1024;

  /** After this long, what was erased is gone from every topic and consumer. */
  public static final Duration ERASE_PROMISE = Duration.ofDays(30);

  /** Kept shorter than {@link #ERASE_PROMISE}, so that nothing outlives an erasure in them. */
  public static final Duration TRANSIENT_RETENTION = Duration.ofDays(7);

  /** Requests to sessions; append time is the only clock of decisions. */
  public static final TopicSpec SESSION_COMMANDS =
      new TopicSpec(
          "plimsoll.session-commands",
          Spread.BY_SESSION,
          Map.of(
              "cleanup.policy",
              "delete",
              "retention.ms",
              millis(TRANSIENT_RETENTION),
              "message.timestamp.type",
              "LogAppendTime",
              "max.message.bytes",
              bytes(MAX_RECORD_BYTES)));

  /** What happened in sessions, for ever: every key is unique, so log compaction loses nothing. */
  public static final TopicSpec SESSION_EVENTS =
      new TopicSpec("plimsoll.session-events", Spread.BY_SESSION, compacted(MAX_RECORD_BYTES));

  /** Contents that are too large for a session's state. */
  public static final TopicSpec SESSION_BLOBS =
      new TopicSpec("plimsoll.session-blobs", Spread.BY_SESSION, compacted(MAX_RECORD_BYTES));

  /** Records that could not be decoded or decided, with their cause. */
  public static final TopicSpec DEAD_LETTERS =
      new TopicSpec(
          "plimsoll.dead-letters",
          Spread.SINGLE,
          Map.of(
              "cleanup.policy",
              "delete",
              "retention.ms",
              millis(TRANSIENT_RETENTION),
              "message.timestamp.type",
              "CreateTime",
              "max.message.bytes",
              bytes(MAX_RECORD_BYTES + RECORD_OVERHEAD_BYTES)));

  /** The API keys, hashed. */
  public static final TopicSpec API_KEYS =
      new TopicSpec("plimsoll.api-keys", Spread.SINGLE, compacted(1024 * 1024));

  private Topics() {}

  /** Every topic of the catalogue. */
  public static List<TopicSpec> all() {
    return List.of(SESSION_COMMANDS, SESSION_EVENTS, SESSION_BLOBS, DEAD_LETTERS, API_KEYS);
  }

  private static Map<String, String> compacted(int maxMessageBytes) {
    return Map.of(
        "cleanup.policy", "compact",
        "message.timestamp.type", "CreateTime",
        "max.compaction.lag.ms", millis(TRANSIENT_RETENTION),
        "delete.retention.ms", millis(TRANSIENT_RETENTION),
        "max.message.bytes", bytes(maxMessageBytes));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  private static String bytes(int bytes) {
    return Integer.toString(bytes);
  }
}
