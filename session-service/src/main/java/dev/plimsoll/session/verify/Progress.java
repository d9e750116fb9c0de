/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.verify;

import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.session.verify.VerificationView.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a verification is; written by its thread, read by requests. */
final class Progress {
  private static final int MAX_DIFFERENCES = 100;

  private final String id;
  private final Instant startedAt = Instant.now();
  private final List<Difference> differences = new ArrayList<>();
  private long eventsRead;
  private long eventsTotal;
  private long sessions;
  private @Nullable Instant finishedAt;
  private @Nullable String message;

  Progress(String id) {
    this.id = id;
  }

  synchronized void total(long events) {
    eventsTotal = events;
  }

  synchronized void read() {
    eventsRead++;
  }

  synchronized void compared() {
    sessions++;
  }

  synchronized void differs(SessionKey session, long seq, String what) {
    if (differences.size() < MAX_DIFFERENCES) {
      differences.add(new Difference(session.tenant(), session.session(), seq, what));
    }
  }

  synchronized void finish(@Nullable String broken) {
    finishedAt = Instant.now();
    message = broken;
  }

  synchronized boolean isFinished() {
    return finishedAt != null;
  }

  synchronized VerificationView view() {
    return new VerificationView(
        id,
        status(),
        startedAt,
        finishedAt,
        eventsRead,
        eventsTotal,
        sessions,
        List.copyOf(differences),
        message);
  }

  private String status() {
    if (finishedAt == null) {
      return "running";
    }
    if (message != null) {
      return "broken";
    }
    return differences.isEmpty() ? "passed" : "failed";
  }
}
