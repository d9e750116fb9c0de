/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.domain.session.content.Wording;
import dev.plimsoll.schemas.shared.Entry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Messages of OpenAI's chat completions. Reasoning is left out: the API does not take it back.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">the format</a>
 */
final class OpenAiMessages implements ContextFormat.Renderer {

  @Override
  public Rendered render(List<Turn> turns) {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    turns.forEach(turn -> renderTurn(turn, messages));
    return new Rendered(null, messages);
  }

  private static void renderTurn(Turn turn, ArrayNode into) {
    String text = text(turn.entry());
    ObjectNode message = into.addObject();
    message.put("role", turn.entry().getRole().name().toLowerCase(Locale.ROOT));
    if (text.isEmpty()) {
      message.putNull("content");
    } else {
      message.put("content", text);
    }
    if (!turn.answered().isEmpty()) {
      ArrayNode calls = message.putArray("tool_calls");
      turn.answered().forEach(pair -> renderCall(pair, calls.addObject()));
    }
    for (Turn.Answered pair : turn.answered()) {
      into.addObject()
          .put("role", "tool")
          .put("tool_call_id", pair.id())
          .put("content", text(pair.result()));
    }
  }

  private static void renderCall(Turn.Answered pair, ObjectNode into) {
    into.put("id", pair.id()).put("type", "function");
    into.putObject("function")
        .put("name", pair.call().getName())
        .put("arguments", Wording.ofArguments(pair.call()));
  }

  private static String text(Entry entry) {
    return entry.getContent().stream()
        .filter(block -> !block.getKind().equals("reasoning"))
        .map(Wording::of)
        .collect(Collectors.joining("\n"));
  }
}
