/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import static dev.plimsoll.domain.session.SessionSamples.assistant;
import static dev.plimsoll.domain.session.SessionSamples.call;
import static dev.plimsoll.domain.session.SessionSamples.entry;
import static dev.plimsoll.domain.session.SessionSamples.submission;
import static dev.plimsoll.domain.session.SessionSamples.text;
import static dev.plimsoll.domain.session.SessionSamples.toolResult;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.domain.session.InMemorySession;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AnthropicMessagesTest {
  @Test
  void shouldPutTheSystemPromptApartAndResultsFirst() throws IOException {
    // when
    Context context =
        context(
            entry("s1", Role.SYSTEM, List.of(text("Be brief.")), List.of(), null),
            user("u1", "Rain in Riga?"),
            assistant("a1", "Let me see.", call("c1")),
            user("u2", "and Oslo?"),
            toolResult("r1", "c1", "sunny"));

    // then
    assertThat(context.system()).isEqualTo("Be brief.");
    assertThat(json(context.messages()))
        .isEqualTo(
            json(
                """
                [{"role": "user", "content": [{"type": "text", "text": "hello"},
                   {"type": "text", "text": "Rain in Riga?"}]},
                 {"role": "assistant", "content": [{"type": "text", "text": "Let me see."},
                   {"type": "tool_use", "id": "c1", "name": "weather", "input": {"city": "Riga"}}]},
                 {"role": "user", "content": [
                   {"type": "tool_result", "tool_use_id": "c1", "content": "sunny"},
                   {"type": "text", "text": "and Oslo?"}]}]\
                """));
  }

  @Property(tries = 300)
  void shouldAlternateAndPairWhateverTheOrder(
      @ForAll @Size(max = 25) List<@IntRange(max = 6) Integer> kinds) throws IOException {
    // given
    Entry[] entries = entries(kinds);

    // when
    Context context = context(entries);

    // then
    String role = "assistant";
    List<String> open = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode message : json(context.messages())) {
      assertThat(message.get("role").textValue()).isNotEqualTo(role);
      role = message.get("role").textValue();
      assertThat(message.get("content")).isNotEmpty();
      List<String> results = message.findValuesAsText("tool_use_id");
      assertThat(results).isEqualTo(open);
      open.clear();
      for (JsonNode block : message.get("content")) {
        if (block.get("type").textValue().equals("tool_use")) {
          assertThat(seen.add(block.get("id").textValue())).isTrue();
          open.add(block.get("id").textValue());
        }
      }
    }
    assertThat(open).isEmpty();
  }

  private static Entry[] entries(List<Integer> kinds) {
    List<Entry> entries = new ArrayList<>();
    for (int kind : kinds) {
      String id = "e" + entries.size();
      entries.add(
          switch (kind) {
            case 0 -> user(id, "hi");
            case 1 -> assistant(id, "hello");
            case 2 -> assistant(id, "");
            case 3 -> assistant(id, "", call("c1"));
            case 4 -> assistant(id, "both", call("c1"), call("c.2"));
            case 5 -> toolResult(id, "c1", "one");
            default -> toolResult(id, "c.2", "two");
          });
    }
    return entries.toArray(Entry[]::new);
  }

  private static Context context(Entry... entries) {
    InMemorySession session = new InMemorySession();
    session.append(submission(user("first", "hello")));
    for (Entry entry : entries) {
      session.append(submission(entry));
    }
    return Context.of(session.snapshot(), ContextRequest.whole(ContextFormat.ANTHROPIC));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
