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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.domain.session.InMemorySession;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every sample entry counts 7 tokens; of a window, nine tenths are for messages. */
class ContextWindowTest {
  @Test
  void shouldKeepTheNewestTurnsThatFitFromAUsersTurnOn() {
    // when
    Context context =
        context(
            30,
            user("u1", "one"),
            assistant("a1", "1"),
            user("u2", "two"),
            assistant("a2", "2"),
            user("u3", "three"));

    // then
    assertThat(context.fromSeq()).isEqualTo(4);
    assertThat(context.tokens()).isEqualTo(3 * 7);
  }

  @Test
  void shouldNotPartACallFromItsResult() {
    // when
    Context context =
        context(
            24,
            user("u1", "one"),
            assistant("a1", "", call("c1")),
            toolResult("r1", "c1", "sunny"),
            user("u2", "two"));

    // then
    assertThat(context.messages()).doesNotContain("c1");
    assertThat(context.tokens()).isEqualTo(7);
  }

  @Test
  void shouldKeepSystemPromptsHoweverOld() {
    // when
    Context context =
        context(
            16,
            entry("s1", Role.SYSTEM, List.of(text("Be brief.")), List.of(), null),
            user("u1", "one"),
            user("u2", "two"));

    // then
    assertThat(context.messages()).contains("Be brief.", "two").doesNotContain("one");
  }

  @Test
  void shouldSayWhenNotEvenTheNewestTurnFits() {
    // when / then
    assertThatThrownBy(() -> context(7, user("u1", "one")))
        .isInstanceOf(ContextExceedsWindowException.class)
        .hasMessageContaining("Expected");
  }

  @Test
  void shouldSayWhenNoUsersTurnFits() {
    // when / then
    assertThatThrownBy(() -> context(14, user("u1", "one"), assistant("a1", "1")))
        .isInstanceOf(ContextExceedsWindowException.class);
  }

  @Test
  void shouldSayWhenTheSystemPromptAloneDoesNotFit() {
    // when / then
    assertThatThrownBy(
            () -> context(5, entry("s1", Role.SYSTEM, List.of(text("Be brief.")), List.of(), null)))
        .isInstanceOf(ContextExceedsWindowException.class);
  }

  @Test
  void shouldGiveATokenByWhichTheSameContextCanBeHadAgain() {
    // given
    Context context = context(30, user("u1", "one"));

    // when
    var parsed = ContextToken.parse(context.token().text());

    // then
    assertThat(parsed).contains(context.token());
    assertThat(ContextToken.parse("nonsense")).isEmpty();
    assertThat(ContextToken.parse("")).isEmpty();
  }

  private static Context context(long window, Entry... entries) {
    InMemorySession session = new InMemorySession();
    for (Entry entry : entries) {
      session.append(submission(entry));
    }
    return Context.of(session.snapshot(), new ContextRequest(ContextFormat.OPENAI, window, 0));
  }
}
