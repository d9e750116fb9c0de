/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.domain.session.content.Wording;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolCall;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Messages of Anthropic's API: the system prompt apart, user and assistant in turn, results first
 * in the user message after their calls, no empty text.
 *
 * @see <a href="https://docs.anthropic.com/en/api/messages">the format</a>
 */
final class AnthropicMessages implements ContextFormat.Renderer {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Rendered render(List<Turn> turns) {
    Dialogue dialogue = new Dialogue();
    turns.stream()
        .filter(turn -> turn.entry().getRole() != Role.SYSTEM)
        .forEach(turn -> renderTurn(turn, dialogue));
    return new Rendered(system(turns), dialogue.messages);
  }

  private static @Nullable String system(List<Turn> turns) {
    String text =
        turns.stream()
            .filter(turn -> turn.entry().getRole() == Role.SYSTEM)
            .map(turn -> text(turn.entry()))
            .collect(Collectors.joining("\n\n"));
    return text.isEmpty() ? null : text;
  }

  private static void renderTurn(Turn turn, Dialogue dialogue) {
    boolean assistant = turn.entry().getRole() == Role.ASSISTANT;
    ArrayNode content = dialogue.contentOf(assistant ? "assistant" : "user");
    turn.entry().getContent().forEach(block -> renderBlock(turn.entry(), block, content));
    for (Turn.Answered pair : turn.answered()) {
      content
          .addObject()
          .put("type", "tool_use")
          .put("id", pair.id())
          .put("name", pair.call().getName())
          .set("input", input(pair.call()));
    }
    for (Turn.Answered pair : turn.answered()) {
      ObjectNode result =
          dialogue
              .contentOf("user")
              .addObject()
              .put("type", "tool_result")
              .put("tool_use_id", pair.id())
              .put("content", text(pair.result()));
      if (pair.result().getToolResult() != null && pair.result().getToolResult().getIsError()) {
        result.put("is_error", true);
      }
    }
  }

  private static void renderBlock(Entry entry, ContentBlock block, ArrayNode into) {
    if (block.getKind().equals("reasoning")) {
      if (isItsOwn(entry, block)) {
        into.addObject()
            .put("type", "thinking")
            .put("thinking", Wording.of(block))
            .put("signature", block.getSignature());
      }
      return;
    }
    String words = Wording.of(block);
    if (!words.isBlank()) {
      into.addObject().put("type", "text").put("text", words);
    }
  }

  /** Another provider's signature would be refused. */
  private static boolean isItsOwn(Entry entry, ContentBlock block) {
    return block.getSignature() != null
        && block.getText() != null
        && entry.getModel() != null
        && entry.getModel().contains("claude");
  }

  private static JsonNode input(ToolCall call) {
    try {
      JsonNode input = JSON.readTree(Wording.ofArguments(call));
      if (input != null && input.isObject()) {
        return input;
      }
    } catch (JsonProcessingException e) {
      // A model may write anything: told as the text that it is.
    }
    return JsonNodeFactory.instance.objectNode().put("text", Wording.ofArguments(call));
  }

  private static String text(Entry entry) {
    return entry.getContent().stream()
        .filter(block -> !block.getKind().equals("reasoning"))
        .map(Wording::of)
        .collect(Collectors.joining("\n"));
  }

  /** Messages under construction: neighbours of one role are one message. */
  private static final class Dialogue {
    private final ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    private String role = "";
    private ArrayNode content = JsonNodeFactory.instance.arrayNode();

    ArrayNode contentOf(String wanted) {
      if (!role.equals(wanted)) {
        role = wanted;
        content = messages.addObject().put("role", wanted).putArray("content");
      }
      return content;
    }
  }
}
