/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

  @Test
  void shouldTakeTheMiddleOfAnOddNumberOfRuns() {
    // given
    Samples samples = Samples.of(9, 1, 5);

    // when
    double median = samples.median();

    // then
    assertThat(median).isEqualTo(5);
  }

  @Test
  void shouldTakeTheMeanOfTheMiddleTwoOfAnEvenNumberOfRuns() {
    // given
    Samples samples = Samples.of(4, 100, 1, 2);

    // when
    double median = samples.median();

    // then
    assertThat(median).isEqualTo(3);
  }

  @Test
  void shouldNotLetOneDisturbedRunMoveTheMedian() {
    // given
    Samples samples = Samples.of(10, 11, 10_000, 9, 10);

    // when
    double median = samples.median();

    // then
    assertThat(median).isEqualTo(10);
    assertThat(samples.min()).isEqualTo(9);
    assertThat(samples.max()).isEqualTo(10_000);
  }

  @Test
  void shouldRefuseNoRuns() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Samples(List.of()));
  }
}
