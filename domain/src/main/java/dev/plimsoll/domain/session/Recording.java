/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import dev.plimsoll.domain.kernel.Decision;
import dev.plimsoll.schemas.session.state.SessionHeader;
import dev.plimsoll.schemas.shared.CommandMeta;
import dev.plimsoll.schemas.shared.EventMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The events of one decision: each is numbered, stamped, and applied as it is recorded. */
final class Recording {
  private final SessionState state;
  private final CommandMeta command;
  private final Instant recordedAt;
  private final List<SpecificRecord> events = new ArrayList<>();

  /** Starts; append time can step back, the time of a session cannot. */
  Recording(SessionState state, CommandMeta command, Instant appendedAt) {
    this.state = state;
    this.command = command;
    this.recordedAt =
        state
            .header()
            .map(SessionHeader::getLastRecordedAt)
            .filter(appendedAt::isBefore)
            .orElse(appendedAt);
  }

  void record(Function<EventMeta, SpecificRecord> event) {
    EventMeta meta =
        new EventMeta(
            command.getTenant(),
            command.getSession(),
            state.lastSeq() + 1,
            recordedAt,
            command.getCommandId(),
            command.getCorrelationId(),
            command.getCausationId(),
            command.getIssuedBy());
    SpecificRecord made = event.apply(meta);
    SessionFold.TABLE.apply(state, made);
    events.add(made);
  }

  Decision<SpecificRecord, SessionAnswer> accept(SessionAnswer answer) {
    return new Decision.Accepted<>(List.copyOf(events), answer);
  }
}
