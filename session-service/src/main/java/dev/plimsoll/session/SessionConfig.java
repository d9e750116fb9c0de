/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the session service. */
@ConfigMapping(prefix = "plimsoll.session")
public interface SessionConfig {

  /** Stream threads that decide commands; 1 to the number of partitions. */
  @WithDefault("2")
  int threads();

  /** How long a write waits for its answer before 503; 100 ms to 1 min. */
  @WithDefault("5s")
  Duration answerTimeout();

  /** Writes that may wait for their answer at once; one more gets 503. */
  @WithDefault("2000")
  int maxPending();

  /** How long a read waits for {@code minSeq} before 503. */
  @WithDefault("1s")
  Duration minSeqTimeout();

  /** Entries in one append or import; 1-10000. */
  @WithDefault("1000")
  int maxEntriesPerRequest();
}
