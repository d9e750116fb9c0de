/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a transcript.
 *
 * @param transcript id of the transcript, from its header line
 * @param lines in the order of the file
 */
@Schema(
    name = "Import",
    example =
        """
        {"transcript": "71dbb3f4", "lines": [{"number": 2, "json": {"type": "message", "id": "e164e023",
         "parentId": null, "timestamp": "2026-11-22T09:24:47.403Z",
         "message": {"role": "user", "content": "Is prod healthy?"}}}]}\
        """)
public record ImportRequest(@Nullable String transcript, @Nullable List<Line> lines) {
  private static final int MAX_TRANSCRIPT_CHARS = 256;

  /**
   * A line.
   *
   * @param number its number in the file, from 1
   * @param json the line itself
   */
  @Schema(name = "ImportLine")
  public record Line(long number, @Schema(type = SchemaType.OBJECT) @Nullable JsonNode json) {

    JsonNode requiredJson(String at) {
      if (json == null || !json.isObject()) {
        throw new ProblemException(
            Problem.invalid(at + ".json", "Expected the line's JSON object, but got another"));
      }
      return json;
    }

    /** The number stands in for a missing id, so two lines must not share the one they lack. */
    long requiredNumber(String at) {
      if (number < 1) {
        throw new ProblemException(
            Problem.invalid(at + ".number", "Expected the line's number from 1, but got another"));
      }
      return number;
    }
  }

  String requiredTranscript() {
    if (transcript == null || transcript.isBlank() || transcript.length() > MAX_TRANSCRIPT_CHARS) {
      throw new ProblemException(
          Problem.invalid("transcript", "Expected an id of 1-256 characters, but got another"));
    }
    return transcript;
  }

  List<Line> requiredLines(int max) {
    if (lines == null || lines.isEmpty() || lines.size() > max || lines.contains(null)) {
      throw new ProblemException(
          Problem.invalid("lines", "Expected 1-" + max + " lines, but got another number"));
    }
    return lines;
  }
}
