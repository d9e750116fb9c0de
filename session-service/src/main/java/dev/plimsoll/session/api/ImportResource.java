/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.domain.session.SessionAnswer;
import dev.plimsoll.domain.session.SessionAnswer.Outcome;
import dev.plimsoll.domain.session.Sha256;
import dev.plimsoll.domain.transcript.TranscriptItem;
import dev.plimsoll.domain.transcript.TranscriptLines;
import dev.plimsoll.platform.security.Role;
import dev.plimsoll.schemas.shared.CommandMeta;
import dev.plimsoll.schemas.shared.TranscriptLine;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.session.SessionConfig;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Importing lines of a transcript of another system. */
@Path("/v1/sessions/{id}/imports")
@Tag(name = "Sessions")
@RolesAllowed(Role.OPERATOR_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class ImportResource {
  private final Sessions sessions;
  private final Ingest ingest;
  private final SessionConfig config;

  ImportResource(Sessions sessions, Ingest ingest, SessionConfig config) {
    this.sessions = sessions;
    this.ingest = ingest;
    this.config = config;
  }

  /** Imports lines, in their order; importing them again adds nothing. */
  @POST
  @Operation(summary = "Import lines of an OpenClaw or pi transcript")
  public CompletionStage<ImportView> importLines(
      String id,
      @RequestBody(content = @Content(schema = @Schema(implementation = ImportRequest.class)))
          byte[] body) {
    SessionKey session = sessions.key(id);
    ImportRequest request = StrictJson.bind(StrictJson.read(body), ImportRequest.class, "");
    String transcript = request.requiredTranscript();
    List<ImportRequest.Line> lines = request.requiredLines(config.maxEntriesPerRequest());
    TreeMap<String, Long> skipped = new TreeMap<>();
    List<Ingest.Item> items = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      ImportRequest.Line line = lines.get(i);
      JsonNode json = line.requiredJson("lines[" + i + "]");
      long number = line.requiredNumber("lines[" + i + "]");
      switch (TranscriptLines.read(transcript, number, json)) {
        case TranscriptItem.Header header -> skipped.merge("header", 1L, Long::sum);
        case TranscriptItem.Skipped skip -> skipped.merge(skip.reason(), 1L, Long::sum);
        case TranscriptItem.Message message ->
            items.add(
                new Ingest.Item(
                    "lines[" + i + "]",
                    message.entry(),
                    Sha256.hash128(StrictJson.canonical(json)),
                    new TranscriptLine(transcript, number, message.lineId(), message.parentId())));
      }
    }
    if (items.isEmpty()) {
      return CompletableFuture.completedFuture(new ImportView(0, 0, 0, skipped));
    }
    CommandMeta meta = sessions.meta(session, items.getFirst().entry().id());
    return ingest
        .prepare(session, items)
        .thenCompose(submissions -> sessions.importAll(session, meta, submissions))
        .thenApply(answer -> view(answer, skipped));
  }

  private static ImportView view(SessionAnswer.Appended answer, TreeMap<String, Long> skipped) {
    return new ImportView(
        count(answer, Outcome.ADDED),
        count(answer, Outcome.REPLAYED),
        count(answer, Outcome.DIFFERS),
        skipped);
  }

  private static long count(SessionAnswer.Appended answer, Outcome outcome) {
    return answer.entries().stream().filter(entry -> entry.outcome() == outcome).count();
  }
}
