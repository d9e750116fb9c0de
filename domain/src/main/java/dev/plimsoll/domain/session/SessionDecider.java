/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import dev.plimsoll.domain.kernel.DeciderTable;
import dev.plimsoll.domain.kernel.Decision;
import dev.plimsoll.domain.kernel.Decision.Rejected;
import dev.plimsoll.domain.kernel.Rejection;
import dev.plimsoll.domain.session.SessionAnswer.Accepted;
import dev.plimsoll.domain.session.SessionAnswer.Outcome;
import dev.plimsoll.schemas.session.command.AppendEntries;
import dev.plimsoll.schemas.session.command.ClearContext;
import dev.plimsoll.schemas.session.command.CreateSession;
import dev.plimsoll.schemas.session.command.ImportEntries;
import dev.plimsoll.schemas.session.event.ContextCleared;
import dev.plimsoll.schemas.session.event.EntryAppended;
import dev.plimsoll.schemas.session.event.EntryImported;
import dev.plimsoll.schemas.session.event.SessionCreated;
import dev.plimsoll.schemas.session.event.SessionUpdated;
import dev.plimsoll.schemas.session.state.Acceptance;
import dev.plimsoll.schemas.session.state.SessionHeader;
import dev.plimsoll.schemas.shared.EntrySubmission;
import dev.plimsoll.schemas.shared.EventMeta;
import dev.plimsoll.schemas.shared.SessionProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Commands to a session: one row a command type. */
public final class SessionDecider {

  /** The table. */
  public static final DeciderTable<SessionState, SpecificRecord, SpecificRecord, SessionAnswer>
      TABLE =
          DeciderTable.<SessionState, SpecificRecord, SpecificRecord, SessionAnswer>rows()
              .on(CreateSession.class, SessionDecider::create)
              .on(AppendEntries.class, SessionDecider::append)
              .on(ImportEntries.class, SessionDecider::importAll)
              .on(ClearContext.class, SessionDecider::clear)
              .build();

  private static final SessionProfile NO_PROFILE =
      new SessionProfile(null, null, null, null, List.of());

  private SessionDecider() {}

  private static Decision<SpecificRecord, SessionAnswer> create(
      SessionState state, CreateSession command, Instant at) {
    Recording recording = new Recording(state, command.getMeta(), at);
    SessionProfile profile = command.getProfile();
    Optional<SessionHeader> header = state.header();
    if (header.isEmpty()) {
      recording.record(meta -> new SessionCreated(meta, profile));
    } else if (!header.get().getProfile().equals(profile)) {
      recording.record(meta -> new SessionUpdated(meta, profile));
    }
    return recording.accept(new SessionAnswer.Profiled(header.isEmpty(), state.lastSeq()));
  }

  private static Decision<SpecificRecord, SessionAnswer> clear(
      SessionState state, ClearContext command, Instant at) {
    Optional<SessionHeader> header = state.header();
    if (header.isEmpty()) {
      return new Rejected<>(
          new Rejection(
              "unknown_session",
              "Expected a known session, but there is no " + state.key().session(),
              null));
    }
    Recording recording = new Recording(state, command.getMeta(), at);
    if (header.get().getLiveEntries() > 0) {
      recording.record(ContextCleared::new);
    }
    return recording.accept(new SessionAnswer.Cleared(state.lastSeq()));
  }

  private static Decision<SpecificRecord, SessionAnswer> append(
      SessionState state, AppendEntries command, Instant at) {
    return add(state, new Recording(state, command.getMeta(), at), command.getEntries(), false);
  }

  private static Decision<SpecificRecord, SessionAnswer> importAll(
      SessionState state, ImportEntries command, Instant at) {
    return add(state, new Recording(state, command.getMeta(), at), command.getEntries(), true);
  }

  private static Decision<SpecificRecord, SessionAnswer> add(
      SessionState state,
      Recording recording,
      List<EntrySubmission> submissions,
      boolean keepOthersOnConflict) {
    Optional<Rejection> fault = EntryRules.check(submissions);
    if (fault.isPresent()) {
      return new Rejected<>(fault.get());
    }
    long lastSeqBefore = state.lastSeq();
    List<Accepted> accepted = new ArrayList<>(submissions.size());
    for (EntrySubmission submission : submissions) {
      String id = submission.getEntry().getId();
      Optional<Acceptance> before = state.acceptance(id);
      Outcome outcome = outcome(submission, before);
      if (outcome == Outcome.DIFFERS && !keepOthersOnConflict) {
        String at = submissions.size() == 1 ? "" : "[" + accepted.size() + "].";
        return new Rejected<>(payloadConflict(at, id, before.orElseThrow(), lastSeqBefore));
      }
      if (outcome == Outcome.ADDED) {
        if (state.header().isEmpty()) {
          recording.record(meta -> new SessionCreated(meta, NO_PROFILE));
        }
        recording.record(meta -> added(meta, submission));
      }
      accepted.add(new Accepted(id, state.acceptance(id).orElseThrow(), outcome));
    }
    return recording.accept(new SessionAnswer.Appended(accepted));
  }

  private static Outcome outcome(EntrySubmission submission, Optional<Acceptance> before) {
    if (before.isEmpty()) {
      return Outcome.ADDED;
    }
    return before.get().getPayloadHash().equals(submission.getPayloadHash())
        ? Outcome.REPLAYED
        : Outcome.DIFFERS;
  }

  private static SpecificRecord added(EventMeta meta, EntrySubmission submission) {
    return submission.getSource() == null
        ? new EntryAppended(meta, submission.getEntry(), submission.getPayloadHash())
        : new EntryImported(
            meta, submission.getEntry(), submission.getPayloadHash(), submission.getSource());
  }

  private static Rejection payloadConflict(
      String at, String id, Acceptance before, long lastSeqBefore) {
    String where =
        before.getSeq() > lastSeqBefore
            ? "that it has further up in this request"
            : "that it was accepted with at seq " + before.getSeq();
    return new Rejection(
        "payload_conflict",
        "Expected for entry id %s the payload %s, but got another: use a new id"
            .formatted(id, where),
        at + "id");
  }
}
