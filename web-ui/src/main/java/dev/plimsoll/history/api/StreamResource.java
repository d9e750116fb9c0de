/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import dev.plimsoll.history.live.LiveBatch;
import dev.plimsoll.history.live.LiveTails;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.platform.security.Caller;
import dev.plimsoll.platform.security.Role;
import dev.plimsoll.schemas.topics.SessionKey;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Live streams as server-sent events. */
@Path("/api/sessions/{id}/stream")
@Tag(name = "History")
@RolesAllowed(Role.OPERATOR_NAME)
public class StreamResource {
  private final LiveTails tails;
  private final EntryViews views;
  private final SecurityIdentity identity;
  private final Sse sse;

  StreamResource(LiveTails tails, EntryViews views, SecurityIdentity identity, Sse sse) {
    this.tails = tails;
    this.views = views;
    this.identity = identity;
    this.sse = sse;
  }

  /** What an event of the stream carries. */
  public record Batch(List<EntryView> entries, long lastSeq) {}

  /** What happens in a session from a sequence on. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "What happens in a session, live",
      description =
          "Events named entries, in batches, with the seq of the last entry as their id; heartbeat"
              + " after a silence. Resumes at Last-Event-ID, else after the given seq.")
  public Multi<OutboundSseEvent> stream(
      String id,
      @QueryParam("after") long after,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
    if (!SessionKey.isId(id)) {
      throw new ProblemException(
          Problem.invalid(
              "session", "Expected an id of 1-256 of [A-Za-z0-9._:@+=~#-], but got another"));
    }
    SessionKey session = new SessionKey(Caller.of(identity).tenant(), id);
    return tails.follow(session, start(after, lastEventId)).map(this::event);
  }

  private OutboundSseEvent event(LiveBatch batch) {
    return sse.newEventBuilder()
        .name(batch.events().isEmpty() ? "heartbeat" : "entries")
        .id(Long.toString(batch.lastSeq()))
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(new Batch(views.previews(batch.events()), batch.lastSeq()))
        .build();
  }

  private static long start(long after, @Nullable String lastEventId) {
    if (lastEventId == null || lastEventId.isBlank()) {
      return Math.max(0, after);
    }
    try {
      return Math.max(0, Long.parseLong(lastEventId.strip()));
    } catch (NumberFormatException e) {
      throw new ProblemException(
          Problem.invalid("Last-Event-ID", "Expected a seq, but got another text"));
    }
  }
}
