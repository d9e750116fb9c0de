/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.domain.session.content.Wording;
import dev.plimsoll.schemas.shared.BlobStub;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.ToolResult;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Plimsoll's own format: the fields of an entry as a client sends them, stubs named as such. */
final class PlainMessages implements ContextFormat.Renderer {

  @Override
  public Rendered render(List<Turn> turns) {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    turns.forEach(turn -> renderTurn(turn, messages));
    return new Rendered(null, messages);
  }

  private static void renderTurn(Turn turn, ArrayNode into) {
    ObjectNode message = renderEntry(turn.entry(), into.addObject());
    if (!turn.answered().isEmpty()) {
      ArrayNode calls = message.putArray("toolCalls");
      for (Turn.Answered pair : turn.answered()) {
        ObjectNode call =
            calls
                .addObject()
                .put("id", pair.id())
                .put("name", pair.call().getName())
                .put("arguments", Wording.ofArguments(pair.call()));
        renderStub(pair.call().getStub(), call);
      }
    }
    for (Turn.Answered pair : turn.answered()) {
      renderResult(pair, into.addObject());
    }
  }

  private static ObjectNode renderEntry(Entry entry, ObjectNode into) {
    into.put("id", entry.getId());
    into.put("role", entry.getRole().name().toLowerCase(Locale.ROOT));
    ArrayNode content = into.putArray("content");
    entry.getContent().forEach(block -> renderBlock(block, content.addObject()));
    return into;
  }

  private static void renderBlock(ContentBlock block, ObjectNode into) {
    into.put("type", block.getKind()).put("text", Wording.of(block));
    if (block.getSignature() != null) {
      into.put("signature", block.getSignature());
    }
    renderStub(block.getStub(), into);
  }

  private static void renderStub(@Nullable BlobStub stub, ObjectNode into) {
    if (stub != null) {
      into.putObject("stub")
          .put("digest", stub.getDigest())
          .put("bytes", stub.getBytes())
          .put("mediaType", stub.getMediaType());
    }
  }

  private static void renderResult(Turn.Answered pair, ObjectNode into) {
    renderEntry(pair.result(), into);
    into.put("toolCallId", pair.id());
    ToolResult names = pair.result().getToolResult();
    if (names != null) {
      if (names.getToolName() != null) {
        into.put("toolName", names.getToolName());
      }
      into.put("isError", names.getIsError());
    }
  }
}
