/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import dev.plimsoll.domain.kernel.Decision;
import dev.plimsoll.domain.kernel.Rejection;
import dev.plimsoll.schemas.shared.EntrySubmission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** The session of the samples, live: commands are decided and committed as a topology would. */
public final class InMemorySession {
  private final SessionRows rows;
  private final List<SpecificRecord> events = new ArrayList<>();

  /** A session that does not exist yet. */
  public InMemorySession() {
    this(InMemoryRows.ofSessions());
  }

  /** A session in given rows. */
  public InMemorySession(SessionRows rows) {
    this.rows = rows;
  }

  /** Where it lies. */
  public SessionRows rows() {
    return rows;
  }

  /** All events so far. */
  public List<SpecificRecord> events() {
    return List.copyOf(events);
  }

  /** Decides a command; an acceptance is committed. */
  public Decision<SpecificRecord, SessionAnswer> decide(SpecificRecord command, Instant at) {
    SessionState state = SessionState.load(SessionSamples.SESSION, rows);
    Decision<SpecificRecord, SessionAnswer> decision =
        SessionDecider.TABLE.decide(state, command, at);
    if (decision instanceof Decision.Accepted<SpecificRecord, SessionAnswer> accepted
        && !accepted.events().isEmpty()) {
      events.addAll(accepted.events());
      state.commit();
    }
    return decision;
  }

  /** Appends, and must be accepted. */
  public SessionAnswer.Appended append(EntrySubmission... entries) {
    return accepted(SessionSamples.append(entries));
  }

  /** Decides a command that adds entries, and must be accepted. */
  public SessionAnswer.Appended accepted(SpecificRecord command) {
    if (decide(command, SessionSamples.NOON)
            instanceof Decision.Accepted<SpecificRecord, SessionAnswer>(var made, var answer)
        && answer instanceof SessionAnswer.Appended appended) {
      return appended;
    }
    throw new AssertionError("Expected an acceptance, but got a rejection");
  }

  /** Decides a command that must be rejected. */
  public Rejection rejected(SpecificRecord command) {
    if (decide(command, SessionSamples.NOON)
        instanceof Decision.Rejected<SpecificRecord, SessionAnswer>(Rejection rejection)) {
      return rejection;
    }
    throw new AssertionError("Expected a rejection, but got an acceptance");
  }

  /** The state, which must be there. */
  public SessionSnapshot snapshot() {
    return SessionSnapshot.read(SessionSamples.SESSION, rows.state()).orElseThrow();
  }

  /** Applies events to a session in other rows, one by one. */
  public static void replay(List<SpecificRecord> events, SessionRows into) {
    for (SpecificRecord event : events) {
      SessionState state = SessionState.load(SessionSamples.SESSION, into);
      SessionFold.TABLE.apply(state, event);
      state.commit();
    }
  }
}
