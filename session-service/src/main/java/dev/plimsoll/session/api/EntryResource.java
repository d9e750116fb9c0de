/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.domain.session.SessionAnswer;
import dev.plimsoll.domain.session.Sha256;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.platform.security.Role;
import dev.plimsoll.schemas.shared.CommandMeta;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.session.SessionConfig;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Appending to a session. */
@Path("/v1/sessions/{id}/entries")
@Tag(name = "Sessions")
@RolesAllowed(Role.CHANNEL_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class EntryResource {
  private static final String REPLAYED = "Idempotent-Replayed";

  private final Sessions sessions;
  private final Ingest ingest;
  private final SessionConfig config;

  EntryResource(Sessions sessions, Ingest ingest, SessionConfig config) {
    this.sessions = sessions;
    this.ingest = ingest;
    this.config = config;
  }

  /** Appends an entry, or an array of entries: all of them or none. */
  @POST
  @Operation(
      summary = "Append an entry, or an array of entries (all or none)",
      description =
          "Creates the session when there is none. The same id with the same payload changes nothing"
              + " and gets the first answer again; with another payload it is refused.")
  @APIResponse(
      responseCode = "201",
      description = "Appended",
      content = @Content(schema = @Schema(implementation = AppendedView.class)))
  @APIResponse(responseCode = "200", description = "A retry; Idempotent-Replayed: true")
  @APIResponse(responseCode = "409", description = "The id was accepted with another payload")
  public CompletionStage<Response> append(
      String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = EntryRequest.class)))
          byte[] body) {
    SessionKey session = sessions.key(id);
    JsonNode json = StrictJson.read(body);
    List<Ingest.Item> items = items(json);
    CommandMeta meta = sessions.meta(session, commandId(items));
    return ingest
        .prepare(session, items)
        .thenCompose(submissions -> sessions.append(session, meta, submissions))
        .thenApply(answer -> response(answer, json.isArray()));
  }

  private List<Ingest.Item> items(JsonNode json) {
    if (!json.isArray()) {
      return List.of(item(json, ""));
    }
    if (json.isEmpty() || json.size() > config.maxEntriesPerRequest()) {
      throw new ProblemException(
          Problem.invalid(
              "",
              "Expected 1-%d entries, but got %d"
                  .formatted(config.maxEntriesPerRequest(), json.size())));
    }
    List<Ingest.Item> items = new ArrayList<>(json.size());
    for (int i = 0; i < json.size(); i++) {
      items.add(item(json.get(i), "[" + i + "]"));
    }
    return items;
  }

  private static Ingest.Item item(JsonNode json, String at) {
    return new Ingest.Item(
        at, EntryBinding.bind(json, at), Sha256.hash128(StrictJson.canonical(json)), null);
  }

  /** One entry's id is its command's; several entries share the first's. */
  private static String commandId(List<Ingest.Item> items) {
    return items.getFirst().entry().id();
  }

  private static Response response(SessionAnswer.Appended answer, boolean array) {
    List<AppendedView> views = answer.entries().stream().map(AppendedView::of).toList();
    Response.ResponseBuilder response =
        answer.replayed()
            ? Response.ok().header(REPLAYED, true)
            : Response.status(Response.Status.CREATED);
    return response.entity(array ? views : views.getFirst()).build();
  }
}
