/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.domain.transcript.ActiveBranch;
import dev.plimsoll.schemas.topics.Topics;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transcript on disk, read twice: once for its tree, once for its lines. One line at a time is in
 * memory.
 */
final class TranscriptFile {
  private static final int MAX_LINE_BYTES =
      Topics.MAX_RECORD_BYTES - 2 * Topics.RECORD_OVERHEAD_BYTES;

  private final Path file;
  private final ActiveBranch tree = new ActiveBranch();
  private @Nullable String transcript;
  private BitSet active = new BitSet();

  private TranscriptFile(Path file) {
    this.file = file;
  }

  /** Reads the tree of a file. */
  static TranscriptFile open(Path file) throws IOException {
    TranscriptFile opened = new TranscriptFile(file);
    opened.forEachLine(opened::learn);
    opened.active = opened.tree.lines();
    return opened;
  }

  /** A line: its JSON, or the reason why it has none. */
  record Line(long number, int bytes, @Nullable JsonNode json, String fault) {}

  /** Takes lines. */
  interface LineVisitor {
    void visit(Line line) throws IOException;
  }

  /** Id of the transcript: of its header line, else the name of the file. */
  String transcript() {
    return Optional.ofNullable(transcript)
        .orElseGet(() -> String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", ""));
  }

  /** Why a line is not part of what a bot would see; empty when it is. */
  Optional<String> leftOut(Line line) {
    int number = Math.toIntExact(line.number());
    if (tree.isSuperseded(number)) {
      return Optional.of("superseded by a later line");
    }
    boolean inTree = line.json() != null && !isHeader(line.json());
    return inTree && !active.get(number) ? Optional.of("abandoned branch") : Optional.empty();
  }

  private void learn(Line line) {
    JsonNode json = line.json();
    if (json == null) {
      return;
    }
    if (isHeader(json)) {
      if (transcript == null && json.path("id").isTextual()) {
        transcript = json.path("id").textValue();
      }
    } else {
      tree.add(line.number(), text(json, "id"), text(json, "parentId"));
    }
  }

  private static boolean isHeader(JsonNode json) {
    return json.path("type").asText("").equals("session");
  }

  private static @Nullable String text(JsonNode json, String field) {
    return json.path(field).isTextual() ? json.path(field).textValue() : null;
  }

  /** Visits every line that is not blank, in order. */
  void forEachLine(LineVisitor visitor) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      long number = 0;
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      int bytes = 0;
      for (int next = in.read(); ; next = in.read()) {
        if (next == '\n' || next < 0) {
          number++;
          if (bytes > 0) {
            visitor.visit(parse(number, bytes, line, next < 0));
          }
          if (next < 0) {
            return;
          }
          line.reset();
          bytes = 0;
        } else {
          bytes++;
          if (bytes <= MAX_LINE_BYTES) {
            line.write(next);
          }
        }
      }
    }
  }

  private static Line parse(long number, int bytes, ByteArrayOutputStream line, boolean last) {
    if (bytes > MAX_LINE_BYTES) {
      return new Line(number, bytes, null, "over the record limit");
    }
    try {
      JsonNode json = ServerClient.JSON.readTree(line.toString(UTF_8));
      if (json != null && json.isObject()) {
        return new Line(number, bytes, json, "");
      }
    } catch (JsonProcessingException e) {
      // Told below.
    }
    return new Line(number, bytes, null, last ? "torn last line" : "malformed JSON");
  }
}
