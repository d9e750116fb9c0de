/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends lines in batches; a line that the server refuses is left out and counted. */
final class ImportBatches {
  private static final int MAX_LINES = 200;
  private static final int MAX_BYTES = 1024 * 1024;
  private static final Pattern LINE_AT_FAULT = Pattern.compile("lines\\[(\\d+)]");

  private final ServerClient client;
  private final String path;
  private final String transcript;
  private final ImportReport report;
  private final List<TranscriptFile.Line> lines = new ArrayList<>();
  private long bytes;

  ImportBatches(ServerClient client, String path, String transcript, ImportReport report) {
    this.client = client;
    this.path = path;
    this.transcript = transcript;
    this.report = report;
  }

  void add(TranscriptFile.Line line) {
    if (!lines.isEmpty() && (lines.size() == MAX_LINES || bytes + line.bytes() > MAX_BYTES)) {
      flush();
    }
    lines.add(line);
    bytes += line.bytes();
  }

  void flush() {
    while (!lines.isEmpty()) {
      ServerClient.Answer answer = client.call("POST", path, request());
      if (answer.isFine()) {
        report.answered(answer.body());
        lines.clear();
      } else {
        int index = faulty(answer).orElseThrow(() -> failed(answer));
        report.skip("refused: " + answer.body().path("code").asText(), 1);
        lines.remove(index);
      }
    }
    bytes = 0;
  }

  private ObjectNode request() {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("transcript", transcript);
    ArrayNode array = request.putArray("lines");
    for (TranscriptFile.Line line : lines) {
      array.addObject().put("number", line.number()).set("json", line.json());
    }
    return request;
  }

  /** Which line a refusal names; a batch of one line that is too large names itself. */
  private OptionalInt faulty(ServerClient.Answer answer) {
    if (answer.status() == 413 && lines.size() == 1) {
      return OptionalInt.of(0);
    }
    Matcher matcher = LINE_AT_FAULT.matcher(answer.body().path("field").asText(""));
    if (answer.status() == 400 && matcher.find()) {
      int index = Integer.parseInt(matcher.group(1));
      return index < lines.size() ? OptionalInt.of(index) : OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  private CliException failed(ServerClient.Answer answer) {
    return new CliException(
        "Expected to import lines %d-%d, but got %s"
            .formatted(lines.getFirst().number(), lines.getLast().number(), answer.problem()));
  }
}
