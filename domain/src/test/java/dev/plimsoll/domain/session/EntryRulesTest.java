/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import static dev.plimsoll.domain.session.SessionSamples.assistant;
import static dev.plimsoll.domain.session.SessionSamples.call;
import static dev.plimsoll.domain.session.SessionSamples.entry;
import static dev.plimsoll.domain.session.SessionSamples.text;
import static dev.plimsoll.domain.session.SessionSamples.toolResult;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.domain.kernel.Rejection;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolCall;
import dev.plimsoll.schemas.shared.ToolResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntryRulesTest {
  private static final String FULL = "x".repeat(EntryRules.MAX_INLINE_BYTES);

  @ParameterizedTest
  @MethodSource("good")
  void shouldTakeAGoodEntry(Entry entry) {
    // when / then
    assertThat(EntryRules.check(entry)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faulty")
  void shouldNameTheFieldAtFault(String field, Entry entry) {
    // when / then
    assertThat(EntryRules.check(entry)).map(Rejection::field).contains(field);
    assertThat(EntryRules.check(entry)).map(Rejection::code).contains("invalid_entry");
  }

  @Test
  void shouldRefuseNoEntriesAtAll() {
    // when / then
    assertThat(EntryRules.check(List.of())).isPresent();
  }

  @Test
  void shouldNotRepeatTheContentInWhatItSays() {
    // given
    Entry entry = user("secret/id", "secret");

    // when / then
    assertThat(EntryRules.check(entry))
        .map(Rejection::message)
        .hasValueSatisfying(message -> assertThat(message).doesNotContain("secret"));
  }

  static List<Entry> good() {
    return List.of(
        user("e1", ""),
        user("i".repeat(256), FULL),
        user("e1", "ж".repeat(EntryRules.MAX_INLINE_BYTES / 2)),
        assistant("e1", "", call("c".repeat(256))),
        toolResult("e1", "c1", FULL),
        entry("e1", Role.SYSTEM, List.of(text("be nice")), List.of(), null));
  }

  static Stream<Arguments> faulty() {
    ToolResult result = new ToolResult("c1", null, false);
    return Stream.of(
        Arguments.of("id", user("", "hi")),
        Arguments.of("id", user("a/b", "hi")),
        Arguments.of("id", user("i".repeat(257), "hi")),
        Arguments.of("role", entry("e1", Role.UNKNOWN, List.of(), List.of(), null)),
        Arguments.of("toolCallId", entry("e1", Role.TOOL, List.of(), List.of(), null)),
        Arguments.of("toolCallId", toolResult("e1", " ", "sunny")),
        Arguments.of("toolCallId", toolResult("e1", "c".repeat(257), "sunny")),
        Arguments.of("toolCallId", entry("e1", Role.USER, List.of(), List.of(), result)),
        Arguments.of("toolCallId", entry("e1", Role.ASSISTANT, List.of(), List.of(), result)),
        Arguments.of("toolCalls", entry("e1", Role.USER, List.of(), List.of(call("c1")), null)),
        Arguments.of("toolCalls", entry("e1", Role.TOOL, List.of(), List.of(call("c1")), result)),
        Arguments.of("toolCalls[1].id", assistant("e1", "", call("c1"), call(""))),
        Arguments.of("toolCalls[0].name", assistant("e1", "", new ToolCall("c1", " ", "{}", null))),
        Arguments.of(
            "toolCalls[0].arguments",
            assistant("e1", "", new ToolCall("c1", "f", FULL + "x", null))),
        Arguments.of("content[0]", user("e1", FULL + "x")),
        Arguments.of("content[0]", user("e1", "ж".repeat(EntryRules.MAX_INLINE_BYTES / 2 + 1))),
        Arguments.of("content[0]", toolResult("e1", "c1", FULL + "x")));
  }
}
