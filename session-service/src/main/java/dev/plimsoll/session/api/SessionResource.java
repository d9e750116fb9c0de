/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import dev.plimsoll.domain.session.SessionSnapshot;
import dev.plimsoll.domain.session.context.Context;
import dev.plimsoll.domain.session.context.ContextExceedsWindowException;
import dev.plimsoll.domain.session.context.ContextFormat;
import dev.plimsoll.domain.session.context.ContextRequest;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.platform.security.Role;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.session.stream.SessionReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A session: its profile, its header, its context. */
@Path("/v1/sessions/{id}")
@Tag(name = "Sessions")
@RolesAllowed(Role.CHANNEL_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class SessionResource {
  private final Sessions sessions;
  private final SessionReader reader;

  SessionResource(Sessions sessions, SessionReader reader) {
    this.sessions = sessions;
    this.reader = reader;
  }

  /** Creates a session or replaces its profile. */
  @PUT
  @Operation(summary = "Create a session, or bring its profile up to date")
  public CompletionStage<Response> put(
      String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ProfileRequest.class)))
          byte[] body) {
    SessionKey session = sessions.key(id);
    ProfileRequest request = StrictJson.bind(StrictJson.read(body), ProfileRequest.class, "");
    return sessions
        .create(session, request.toProfile())
        .thenApply(answer ->
            Response.status(answer.created() ? 201 : 200)
                .entity(new ProfileView(session.session(), answer.seq()))
                .build());
  }

  /** The header. */
  @GET
  @Operation(summary = "The header: counts, bytes, tokens, digest of the state")
  public HeaderView header(String id, @QueryParam("minSeq") long minSeq) {
    SessionKey session = sessions.key(id);
    return HeaderView.of(session.session(), snapshot(session, minSeq));
  }

  /** What the bot's next model call is built from. */
  @GET
  @Path("context")
  @Operation(
      summary = "The context of the next model call",
      description =
          "Complete: every tool call has its result. Within the window: the newest turns that fit"
              + " window - reserve - 10 %, from a user's turn on.")
  public ContextView context(
      String id,
      @QueryParam("format") @DefaultValue("openai") String format,
      @QueryParam("window") long window,
      @QueryParam("reserve") long reserve,
      @QueryParam("minSeq") long minSeq) {
    SessionKey session = sessions.key(id);
    ContextRequest request = request(format, window, reserve);
    try {
      return ContextView.of(Context.of(snapshot(session, minSeq), request));
    } catch (ContextExceedsWindowException e) {
      throw new ProblemException(
          Problem.of(422, "context_exceeds_window", e.getMessage())
              .with("budgetTokens", e.budget()));
    }
  }

  /** Empties the live context; the history stays. */
  @DELETE
  @Path("context")
  @Operation(summary = "Clear the context; the history stays")
  public CompletionStage<ProfileView> clear(String id) {
    SessionKey session = sessions.key(id);
    return sessions
        .clear(session)
        .thenApply(answer -> new ProfileView(session.session(), answer.seq()));
  }

  private static ContextRequest request(String format, long window, long reserve) {
    ContextFormat known =
        ContextFormat.named(format)
            .orElseThrow(() ->
                new ProblemException(
                    Problem.invalid(
                        "format", "Expected openai, anthropic or plain, but got another")));
    if (window < 0 || reserve < 0) {
      throw new ProblemException(
          Problem.invalid(
              window < 0 ? "window" : "reserve", "Expected a number of tokens, but got less"));
    }
    return new ContextRequest(known, window, reserve);
  }

  private SessionSnapshot snapshot(SessionKey session, long minSeq) {
    return reader.read(session, minSeq).orElseThrow(() -> Sessions.unknown(session));
  }
}
