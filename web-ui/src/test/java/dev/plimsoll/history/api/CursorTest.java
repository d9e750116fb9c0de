/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.history.stream.ActivityKey;
import dev.plimsoll.platform.problem.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void shouldComeBackInTheTenantOfTheCaller() {
    // given
    ActivityKey key =
        new ActivityKey("acme", Instant.parse("2026-11-22T12:00:00.123Z"), "telegram:998#1");

    // when
    String cursor = Cursor.encode(key);

    // then
    assertThat(Cursor.decode("acme", cursor)).isEqualTo(key);
    assertThat(Cursor.decode("other", cursor))
        .isEqualTo(new ActivityKey("other", key.lastActivity(), key.session()));
  }

  @Test
  void shouldBeNothingAtBothEnds() {
    // when / then
    assertThat(Cursor.encode(null)).isNull();
    assertThat(Cursor.decode("acme", null)).isNull();
    assertThat(Cursor.decode("acme", "")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "AAAA", "LTEvczE", "MS9hL2I", "eC9z"})
  void shouldRefuseWhatItDidNotMake(String cursor) {
    // when / then
    assertThatThrownBy(() -> Cursor.decode("acme", cursor)).isInstanceOf(ProblemException.class);
  }
}
