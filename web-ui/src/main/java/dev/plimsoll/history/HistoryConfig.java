/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the read side. */
@ConfigMapping(prefix = "plimsoll.history")
public interface HistoryConfig {

  /** Stream threads that follow the events; 1 to the number of partitions. */
  @WithDefault("1")
  int threads();

  /** How long a read waits for {@code minSeq} before 503. */
  @WithDefault("1s")
  Duration minSeqTimeout();

  /** Shortest time between two batches of a live stream; 50 ms to 1 s. */
  @WithDefault("100ms")
  Duration liveBatch();

  /** Longest silence of a live stream. */
  @WithDefault("15s")
  Duration heartbeat();

  /** Live streams at once; one more gets 503. */
  @WithDefault("1000")
  int maxStreams();
}
