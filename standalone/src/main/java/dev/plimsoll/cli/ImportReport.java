/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/** What became of a file. */
final class ImportReport {
  private final String file;
  private final String session;
  private final TreeMap<String, Long> skipped = new TreeMap<>();
  private long lines;
  private long imported;
  private long known;
  private long changed;
  private long bytesBefore;
  private long bytesAfter;

  ImportReport(String file, String session) {
    this.file = file;
    this.session = session;
  }

  void line(long bytes) {
    lines++;
    bytesBefore += bytes + 1;
  }

  void skip(String reason, long count) {
    skipped.merge(reason, count, Long::sum);
  }

  void answered(JsonNode answer) {
    imported += answer.path("imported").asLong();
    known += answer.path("known").asLong();
    changed += answer.path("changed").asLong();
    answer.path("skipped").properties().forEach(e -> skip(e.getKey(), e.getValue().asLong()));
  }

  void bytesAfter(long bytes) {
    bytesAfter = bytes;
  }

  ObjectNode toJson() {
    ObjectNode json = ServerClient.JSON.createObjectNode();
    json.put("file", file).put("session", session);
    json.put("lines", lines).put("imported", imported).put("known", known).put("changed", changed);
    ObjectNode reasons = json.putObject("skipped");
    skipped.forEach(reasons::put);
    return json.put("bytesBefore", bytesBefore).put("bytesAfter", bytesAfter);
  }

  void print(PrintWriter out) {
    out.printf("%s -> session %s%n", file, session);
    out.printf(
        "  %,d lines: %,d imported, %,d known already%s%n",
        lines,
        imported,
        known,
        changed == 0 ? "" : ", " + changed + " changed since (kept as they were)");
    for (Map.Entry<String, Long> reason : skipped.entrySet()) {
      out.printf("  %,d skipped: %s%n", reason.getValue(), reason.getKey());
    }
    out.printf("  %,d bytes in the file, %,d bytes of state%n", bytesBefore, bytesAfter);
  }
}
