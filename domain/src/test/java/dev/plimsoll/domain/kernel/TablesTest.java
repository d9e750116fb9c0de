/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  private final FoldTable<StringBuilder, Object> fold =
      FoldTable.<StringBuilder, Object>rows()
          .on(String.class, (state, word) -> state.append("word:").append(word))
          .on(Integer.class, (state, number) -> state.append("number:").append(number))
          .build();

  private final DeciderTable<StringBuilder, Object, String, Integer> decider =
      DeciderTable.<StringBuilder, Object, String, Integer>rows()
          .on(
              String.class,
              (state, word, at) -> new Decision.Accepted<>(List.of(word + at), state.length()))
          .build();

  @Test
  void shouldApplyTheRowOfAnEventsType() {
    // given
    StringBuilder state = new StringBuilder();

    // when
    fold.apply(state, 7);

    // then
    assertThat(state).hasToString("number:7");
    assertThat(fold.events()).containsExactlyInAnyOrder(String.class, Integer.class);
  }

  @Test
  void shouldStopAtAnEventWithoutARow() {
    // when / then
    assertThatThrownBy(() -> fold.apply(new StringBuilder(), 7L))
        .isInstanceOf(UnknownEventException.class)
        .hasMessageContaining("java.lang.Long");
  }

  @Test
  void shouldDecideWithTheRowOfACommandsType() {
    // when
    Decision<String, Integer> decision =
        decider.decide(new StringBuilder("abc"), "at ", Instant.EPOCH);

    // then
    assertThat(decision).isEqualTo(new Decision.Accepted<>(List.of("at 1970-01-01T00:00:00Z"), 3));
    assertThat(decider.commands()).containsExactly(String.class);
  }

  @Test
  void shouldRejectACommandWithoutARow() {
    // when
    Decision<String, Integer> decision = decider.decide(new StringBuilder(), 7, Instant.EPOCH);

    // then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected -> assertThat(rejected.rejection().code()).isEqualTo("unknown_command"));
  }
}
