/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.tokens;

import static dev.plimsoll.domain.session.SessionSamples.assistant;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plimsoll.schemas.shared.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCounterTest {
  private static final TokenCounter COUNTER = TokenCounter.load();

  @ParameterizedTest
  @CsvSource({"'', 0", "hello world, 2", "antidisestablishmentarianism, 6", "2 + 2 = 4, 7"})
  void shouldCountAsTheEncodingDoes(String text, long tokens) {
    // when / then
    assertThat(COUNTER.count(text)).isEqualTo(tokens);
  }

  @Test
  void shouldCountSpecialTokensAsThePlainTextThatTheyAre() {
    // when / then
    assertThatCode(() -> COUNTER.count("<|endoftext|> <|endofprompt|>")).doesNotThrowAnyException();
    assertThat(COUNTER.count("<|endoftext|>")).isGreaterThan(1);
  }

  @Test
  void shouldCountTheContentAndTheCallsOfAnEntry() {
    // when
    long said = COUNTER.count(user("e1", "hello world"));
    long called =
        COUNTER.count(assistant("e2", "", new ToolCall("c1", "hello", "hello world", null)));

    // then
    assertThat(said).isEqualTo(3 + 2);
    assertThat(called).isEqualTo(3 + 1 + 2);
  }
}
