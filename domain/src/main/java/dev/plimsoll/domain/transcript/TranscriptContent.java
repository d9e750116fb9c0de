/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.domain.session.content.RawBlock;
import dev.plimsoll.domain.session.content.RawBlock.Media;
import dev.plimsoll.domain.session.content.RawBlock.Reasoning;
import dev.plimsoll.domain.session.content.RawBlock.Text;
import dev.plimsoll.domain.session.content.RawEntry.RawToolCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the content of a transcript's message: a text, or blocks. */
final class TranscriptContent {
  private TranscriptContent() {}

  /** The blocks that are said, thought or shown; empty when the content is malformed. */
  static Optional<List<RawBlock>> blocks(JsonNode content) {
    if (content.isTextual()) {
      return Optional.of(List.of(new Text(content.textValue())));
    }
    if (!content.isArray()) {
      return content.isMissingNode() || content.isNull()
          ? Optional.of(List.of())
          : Optional.empty();
    }
    List<RawBlock> blocks = new ArrayList<>(content.size());
    for (JsonNode block : content) {
      switch (block.path("type").asText("")) {
        case "text" -> blocks.add(new Text(block.path("text").asText("")));
        case "thinking" ->
            blocks.add(
                new Reasoning(
                    block.path("thinking").asText(""),
                    block.path("thinkingSignature").asText(null)));
        case "image" -> {
          Optional<RawBlock> image = image(block);
          if (image.isEmpty()) {
            return Optional.empty();
          }
          blocks.add(image.get());
        }
        case "toolCall" -> {
          // Read by toolCalls.
        }
        default -> blocks.add(new Text(block.toString()));
      }
    }
    return Optional.of(blocks);
  }

  /** The tool calls among the blocks; empty when one is malformed. */
  static Optional<List<RawToolCall>> toolCalls(JsonNode content) {
    List<RawToolCall> calls = new ArrayList<>();
    for (JsonNode block : content) {
      if (block.path("type").asText("").equals("toolCall")) {
        String id = block.path("id").asText("");
        String name = block.path("name").asText("");
        if (id.isBlank() || name.isBlank()) {
          return Optional.empty();
        }
        JsonNode arguments = block.path("arguments");
        calls.add(
            new RawToolCall(id, name, arguments.isMissingNode() ? "{}" : arguments.toString()));
      }
    }
    return Optional.of(calls);
  }

  private static Optional<RawBlock> image(JsonNode block) {
    try {
      byte[] data = block.path("data").binaryValue();
      return data == null
          ? Optional.empty()
          : Optional.of(
              new Media("image", block.path("mimeType").asText("application/octet-stream"), data));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
