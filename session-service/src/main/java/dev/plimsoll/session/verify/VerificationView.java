/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.verify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a verification is, and what it found.
 *
 * @param id names it
 * @param status running, passed, failed (differences were found) or broken (could not run)
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param eventsRead events folded so far
 * @param eventsTotal events there were when it began, about
 * @param sessions sessions compared so far
 * @param differences what differs, at most 100
 * @param message why it is broken
 */
public record VerificationView(
    String id,
    String status,
    Instant startedAt,
    @Nullable Instant finishedAt,
    long eventsRead,
    long eventsTotal,
    long sessions,
    List<Difference> differences,
    @Nullable String message) {

  /**
   * A session whose stored state is not what its events say.
   *
   * @param seq the sequence at which both were compared
   * @param what in words
   */
  public record Difference(String tenant, String session, long seq, String what) {}
}
