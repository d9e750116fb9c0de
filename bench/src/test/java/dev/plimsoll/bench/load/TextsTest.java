/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void shouldGiveTheSameTextsForTheSameSeed() {
    // given
    Texts one = new Texts(7);
    Texts other = new Texts(7);

    // when
    List<String> texts = Stream.generate(() -> one.next(100)).limit(20).toList();

    // then
    assertThat(Stream.generate(() -> other.next(100)).limit(20)).containsExactlyElementsOf(texts);
  }

  @Test
  void shouldGiveDistinctTextsOfTheLengthThatWasAskedFor() {
    // given
    Texts texts = new Texts(1);

    // when
    List<String> some = Stream.generate(() -> texts.next(1024)).limit(1_000).toList();

    // then
    assertThat(some).doesNotHaveDuplicates().allMatch(text -> text.length() == 1024);
  }
}
