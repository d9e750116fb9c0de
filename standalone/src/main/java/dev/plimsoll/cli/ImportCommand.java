/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.schemas.topics.SessionKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports transcripts of OpenClaw and pi. */
@Command(
    name = "import",
    description = "Import transcripts of OpenClaw or pi, a session each. Twice adds nothing.")
final class ImportCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  CommandSpec spec;

  @Mixin ServerOptions server = new ServerOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Transcripts, *.jsonl.")
  List<Path> files = List.of();

  @Option(
      names = "--session",
      paramLabel = "ID",
      description = "Id of the session (default: that of the transcript).")
  @Nullable String session;

  @Option(names = "--agent", paramLabel = "NAME", description = "The bot.")
  @Nullable String agent;

  @Option(names = "--channel", paramLabel = "NAME", description = "The channel, e.g. telegram.")
  @Nullable String channel;

  @Option(names = "--user", paramLabel = "NAME", description = "The person on the other side.")
  @Nullable String user;

  @Override
  public Integer call() throws IOException {
    if (session != null && files.size() > 1) {
      throw new CliException("Expected one file with --session, but got " + files.size() + ".");
    }
    for (Path file : files) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new CliException("Expected a readable file, but " + file + " is none.");
      }
    }
    ServerClient client = server.client();
    ArrayNode reports = JsonNodeFactory.instance.arrayNode();
    for (Path file : files) {
      ImportReport report = importFile(client, file);
      if (server.json) {
        reports.add(report.toJson());
      } else {
        report.print(out());
      }
    }
    if (server.json) {
      out().println(reports);
    }
    return 0;
  }

  private ImportReport importFile(ServerClient client, Path file) throws IOException {
    TranscriptFile transcript = TranscriptFile.open(file);
    String id = Optional.ofNullable(session).orElseGet(transcript::transcript);
    if (!SessionKey.isId(id)) {
      throw new CliException(
          "Expected a session id of [A-Za-z0-9._:@+=~#-], but "
              + file
              + " has another: give --session.");
    }
    String path = "/v1/sessions/" + ServerClient.segment(id);
    describe(client, path);
    ImportReport report = new ImportReport(file.toString(), id);
    try (Progress progress = Progress.of("Importing", Files.size(file))) {
      ImportBatches batches =
          new ImportBatches(client, path + "/imports", transcript.transcript(), report);
      long[] read = new long[1];
      transcript.forEachLine(line -> {
        report.line(line.bytes());
        Optional<String> leftOut =
            line.json() == null ? Optional.of(line.fault()) : transcript.leftOut(line);
        if (leftOut.isPresent()) {
          report.skip(leftOut.get(), 1);
        } else {
          batches.add(line);
        }
        read[0] += line.bytes() + 1;
        progress.at(read[0]);
      });
      batches.flush();
    }
    ServerClient.Answer header = client.call("GET", path, null);
    report.bytesAfter(header.body().path("state").path("bytes").asLong());
    return report;
  }

  /** Says what is known of the session, if anything is; what was known before stays otherwise. */
  private void describe(ServerClient client, String path) {
    if (agent == null && channel == null && user == null) {
      return;
    }
    ObjectNode profile = JsonNodeFactory.instance.objectNode();
    JsonNode before = client.call("GET", path, null).body();
    profile.put("agent", agent != null ? agent : before.path("agent").asText(null));
    profile.put("channel", channel != null ? channel : before.path("channel").asText(null));
    profile.put("user", user != null ? user : before.path("user").asText(null));
    profile.put("title", before.path("title").asText(null));
    if (before.path("models").isArray()) {
      profile.set("models", before.path("models"));
    }
    ServerClient.Answer answer = client.call("PUT", path, profile);
    if (!answer.isFine()) {
      throw new CliException("Expected to describe the session, but got " + answer.problem());
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
