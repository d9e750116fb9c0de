/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
  @ParameterizedTest
  @ValueSource(strings = {"x", "ж", "漢", "😀", "a😀", "漢a"})
  void shouldCutOnTheBoundariesOfCharacters(String character) {
    // given
    String text = character.repeat(4_000);

    // when
    Excerpt excerpt = Excerpt.of(text);

    // then
    assertThat(text).startsWith(excerpt.head()).endsWith(excerpt.tail());
    assertThat(bytes(excerpt.head())).isBetween(1021, 1024);
    assertThat(bytes(excerpt.tail())).isBetween(509, 512);
    assertThat(new String((excerpt.head() + excerpt.tail()).getBytes(UTF_8), UTF_8))
        .isEqualTo(excerpt.head() + excerpt.tail());
  }

  @Property(tries = 300)
  void shouldTakeTheLongestBeginningThatFits(
      @ForAll String any, @ForAll @IntRange(max = 40) int max) {
    // given
    String text = new String(any.getBytes(UTF_8), UTF_8);

    // when
    String first = Excerpt.firstBytes(text, max);

    // then
    assertThat(text).startsWith(first);
    assertThat(bytes(first)).isLessThanOrEqualTo(max);
    if (first.length() < text.length()) {
      int next = Character.charCount(text.codePointAt(first.length()));
      assertThat(bytes(text.substring(0, first.length() + next))).isGreaterThan(max);
    }
  }

  private static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
