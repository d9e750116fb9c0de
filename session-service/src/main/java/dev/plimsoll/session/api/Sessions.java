/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import dev.plimsoll.domain.kernel.Decision;
import dev.plimsoll.domain.kernel.Rejection;
import dev.plimsoll.domain.session.SessionAnswer;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.platform.security.Caller;
import dev.plimsoll.schemas.session.command.AppendEntries;
import dev.plimsoll.schemas.session.command.ClearContext;
import dev.plimsoll.schemas.session.command.CreateSession;
import dev.plimsoll.schemas.session.command.ImportEntries;
import dev.plimsoll.schemas.shared.CommandMeta;
import dev.plimsoll.schemas.shared.EntrySubmission;
import dev.plimsoll.schemas.shared.SessionProfile;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.session.stream.SessionStreams;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.apache.avro.specific.SpecificRecord;

/** Sends commands to sessions for the caller of a request, and turns rejections into problems. */
@ApplicationScoped
public class Sessions {
  private final SessionStreams streams;
  private final SecurityIdentity identity;

  Sessions(SessionStreams streams, SecurityIdentity identity) {
    this.streams = streams;
    this.identity = identity;
  }

  /** The session of an id, in the caller's tenant; 400 when it is no valid id. */
  public SessionKey key(String id) {
    if (!SessionKey.isId(id)) {
      throw new ProblemException(
          Problem.invalid(
              "session", "Expected an id of 1-256 of [A-Za-z0-9._:@+=~#-], but got another"));
    }
    return new SessionKey(Caller.of(identity).tenant(), id);
  }

  /** The problem of a session that is not there. */
  public static ProblemException unknown(SessionKey session) {
    return new ProblemException(
        Problem.of(
            404,
            "unknown_session",
            "Expected a known session, but there is no " + session.session()));
  }

  CompletionStage<SessionAnswer.Profiled> create(SessionKey session, SessionProfile profile) {
    CommandMeta meta = meta(session, "create");
    return send(session, new CreateSession(meta, profile), SessionAnswer.Profiled.class);
  }

  CompletionStage<SessionAnswer.Appended> append(
      SessionKey session, CommandMeta meta, List<EntrySubmission> entries) {
    return send(session, new AppendEntries(meta, entries), SessionAnswer.Appended.class);
  }

  CompletionStage<SessionAnswer.Appended> importAll(
      SessionKey session, CommandMeta meta, List<EntrySubmission> entries) {
    return send(session, new ImportEntries(meta, entries), SessionAnswer.Appended.class);
  }

  CompletionStage<SessionAnswer.Cleared> clear(SessionKey session) {
    CommandMeta meta = meta(session, "clear");
    return send(session, new ClearContext(meta), SessionAnswer.Cleared.class);
  }

  /** What a command of this request says of itself; to be made on the request's own thread. */
  CommandMeta meta(SessionKey session, String commandId) {
    return new CommandMeta(
        session.tenant(),
        session.session(),
        commandId,
        UUID.randomUUID().toString(),
        null,
        Caller.of(identity).keyId());
  }

  private <T extends SessionAnswer> CompletionStage<T> send(
      SessionKey session, SpecificRecord command, Class<T> type) {
    return streams
        .send(session.commandKey(), command)
        .thenApply(decision ->
            switch (decision) {
              case Decision.Accepted<SpecificRecord, SessionAnswer> accepted ->
                  type.cast(accepted.answer());
              case Decision.Rejected<SpecificRecord, SessionAnswer> rejected ->
                  throw new ProblemException(problem(rejected.rejection()));
            });
  }

  private static Problem problem(Rejection rejection) {
    int status =
        switch (rejection.code()) {
          case "payload_conflict" -> 409;
          case "unknown_session" -> 404;
          default -> 400;
        };
    Problem problem = Problem.of(status, rejection.code(), rejection.message());
    return rejection.field() == null ? problem : problem.with("field", rejection.field());
  }
}
