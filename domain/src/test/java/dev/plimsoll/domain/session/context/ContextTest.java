/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import static dev.plimsoll.domain.session.SessionSamples.assistant;
import static dev.plimsoll.domain.session.SessionSamples.call;
import static dev.plimsoll.domain.session.SessionSamples.submission;
import static dev.plimsoll.domain.session.SessionSamples.toolResult;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.domain.session.InMemorySession;
import dev.plimsoll.domain.session.Sha256;
import dev.plimsoll.schemas.shared.Entry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ContextTest {
  @Test
  void shouldRenderMessagesOfOpenAi() throws IOException {
    // when
    Context context = context(ContextFormat.OPENAI, conversation());

    // then
    assertThat(json(context.messages()))
        .isEqualTo(
            json(
                """
                [{"role": "user", "content": "Rain in Riga?"},
                 {"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "type": "function",
                   "function": {"name": "weather", "arguments": "{\\"city\\":\\"Riga\\"}"}}]},
                 {"role": "tool", "tool_call_id": "c1", "content": "sunny"},
                 {"role": "assistant", "content": "No."}]\
                """));
  }

  @Test
  void shouldRenderEntriesAsTheyWereSent() throws IOException {
    // when
    Context context = context(ContextFormat.PLAIN, conversation());

    // then
    assertThat(json(context.messages()))
        .isEqualTo(
            json(
                """
                [{"id": "u1", "role": "user", "content": [{"type": "text", "text": "Rain in Riga?"}]},
                 {"id": "a1", "role": "assistant", "content": [],
                  "toolCalls": [{"id": "c1", "name": "weather", "arguments": "{\\"city\\":\\"Riga\\"}"}]},
                 {"id": "r1", "role": "tool", "content": [{"type": "text", "text": "sunny"}],
                  "toolCallId": "c1", "toolName": "weather", "isError": false},
                 {"id": "a2", "role": "assistant", "content": [{"type": "text", "text": "No."}]}]\
                """));
  }

  @Test
  void shouldSayHowLargeItIsAndWhereItComesFrom() {
    // when
    Context context = context(ContextFormat.OPENAI, conversation());

    // then
    byte[] bytes = context.messages().getBytes(UTF_8);
    assertThat(context.bytes()).isEqualTo(bytes.length);
    assertThat(context.digest()).isEqualTo(Sha256.hex(bytes));
    assertThat(context.tokens()).isEqualTo(4 * 7);
    assertThat(context.fromSeq()).isEqualTo(2);
    assertThat(context.throughSeq()).isEqualTo(5);
  }

  @Test
  void shouldFindFormatsByTheirName() {
    // when / then
    assertThat(ContextFormat.named("openai")).contains(ContextFormat.OPENAI);
    assertThat(ContextFormat.named("anthropic")).contains(ContextFormat.ANTHROPIC);
    assertThat(ContextFormat.named("plain")).contains(ContextFormat.PLAIN);
    assertThat(ContextFormat.named("OPENAI")).isEmpty();
  }

  @Property(tries = 300)
  void shouldHaveNoOrphanWhateverTheOrder(@ForAll("conversations") List<Entry> entries)
      throws IOException {
    // given
    Entry[] all = entries.toArray(Entry[]::new);

    // when
    Context openAi = context(ContextFormat.OPENAI, all);
    Context plain = context(ContextFormat.PLAIN, all);

    // then
    checkPairs(json(openAi.messages()), "tool_calls", "tool_call_id");
    checkPairs(json(plain.messages()), "toolCalls", "toolCallId");
  }

  @Provide
  Arbitrary<List<Entry>> conversations() {
    Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 7);
    return kinds
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(list -> {
          List<Entry> entries = new ArrayList<>();
          for (int kind : list) {
            entries.add(entry("e" + entries.size(), kind));
          }
          return entries;
        });
  }

  private static Entry entry(String id, int kind) {
    return switch (kind) {
      case 0 -> user(id, "hi");
      case 1 -> assistant(id, "hello");
      case 2 -> assistant(id, "");
      case 3 -> assistant(id, "", call("c1"));
      case 4 -> assistant(id, "both", call("c1"), call("c2"));
      case 5 -> assistant(id, "", call("c2"), call("c2"));
      case 6 -> toolResult(id, "c1", "one");
      default -> toolResult(id, "c2", "two");
    };
  }

  /** Every call is answered right behind its message, in order, and nothing else is. */
  private static void checkPairs(JsonNode messages, String calls, String callId) {
    Deque<String> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode message : messages) {
      if (message.get("role").textValue().equals("tool")) {
        assertThat(message.get(callId).textValue()).isEqualTo(open.poll());
      } else {
        assertThat(open).isEmpty();
        StreamSupport.stream(message.path(calls).spliterator(), false)
            .map(call -> call.get("id").textValue())
            .forEach(id -> {
              assertThat(seen.add(id)).isTrue();
              open.add(id);
            });
        assertThat(message.path("content").isNull() && open.isEmpty()).isFalse();
      }
    }
    assertThat(open).isEmpty();
  }

  private static Entry[] conversation() {
    return new Entry[] {
      user("u1", "Rain in Riga?"),
      assistant("a1", "", call("c1")),
      toolResult("r1", "c1", "sunny"),
      assistant("a2", "No.")
    };
  }

  private static Context context(ContextFormat format, Entry... entries) {
    InMemorySession session = new InMemorySession();
    for (Entry entry : entries) {
      session.append(submission(entry));
    }
    return Context.of(session.snapshot(), ContextRequest.whole(format));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
