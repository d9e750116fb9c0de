/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.stream;

import dev.plimsoll.domain.kernel.Decision;
import dev.plimsoll.domain.session.SessionAnswer;
import dev.plimsoll.domain.session.SessionDecider;
import dev.plimsoll.domain.session.SessionRows;
import dev.plimsoll.domain.session.SessionState;
import dev.plimsoll.platform.kernel.Aggregate;
import dev.plimsoll.schemas.shared.CommandMeta;
import dev.plimsoll.schemas.shared.EventMeta;
import dev.plimsoll.schemas.topics.SessionKey;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Sessions, as the kernel runs them. */
final class SessionAggregate
    implements Aggregate<SpecificRecord, Decision<SpecificRecord, SessionAnswer>> {
  private final SessionRows rows;

  SessionAggregate(SessionRows rows) {
    this.rows = rows;
  }

  @Override
  public String keyOf(SpecificRecord command) {
    return sessionOf(command).commandKey();
  }

  @Override
  public Verdict<Decision<SpecificRecord, SessionAnswer>> decide(
      SpecificRecord command, Instant appendedAt) {
    SessionState state = SessionState.load(sessionOf(command), rows);
    Decision<SpecificRecord, SessionAnswer> decision =
        SessionDecider.TABLE.decide(state, command, appendedAt);
    return switch (decision) {
      case Decision.Accepted<SpecificRecord, SessionAnswer> accepted ->
          accepted.events().isEmpty()
              ? new Verdict<>(List.of(), decision, () -> {})
              : new Verdict<>(
                  accepted.events().stream().map(e -> event(state.key(), e)).toList(),
                  decision,
                  state::commit);
      case Decision.Rejected<SpecificRecord, SessionAnswer> rejected ->
          new Verdict<>(List.of(), decision, () -> {});
    };
  }

  private static Event event(SessionKey key, SpecificRecord event) {
    EventMeta meta = (EventMeta) event.get(event.getSchema().getField("meta").pos());
    return new Event(key.eventKey(meta.getSeq()), event);
  }

  private static SessionKey sessionOf(SpecificRecord command) {
    CommandMeta meta = (CommandMeta) command.get(command.getSchema().getField("meta").pos());
    if (!SessionKey.isTenant(meta.getTenant()) || !SessionKey.isId(meta.getSession())) {
      throw new IllegalArgumentException(
          "Expected a tenant and a session id, but the command has others");
    }
    return new SessionKey(meta.getTenant(), meta.getSession());
  }
}
