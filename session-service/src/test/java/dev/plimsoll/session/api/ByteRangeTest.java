/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=2-5, 2, 5",
    "bytes=2-, 2, 9",
    "bytes=-3, 7, 9",
    "bytes=-99, 0, 9",
    "bytes=5-99, 5, 9"
  })
  void shouldReadARange(String header, int first, int last) {
    // when / then
    assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "bytes=-", "bytes=5-3", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b"})
  void shouldGiveTheWholeForWhatIsNoSingleRange(@Nullable String header) {
    // when / then
    assertThat(ByteRange.parse(header, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0"})
  void shouldRefuseARangeOutsideOfTheContent(String header) {
    // when / then
    assertThatThrownBy(() -> ByteRange.parse(header, 10))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(416));
  }

  @Test
  void shouldDescribeItself() {
    // when
    ByteRange range = new ByteRange(2, 5);

    // then
    assertThat(range.length()).isEqualTo(4);
    assertThat(range.contentRange(10)).isEqualTo("bytes 2-5/10");
  }
}
