/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasurementTest {

  @Test
  void shouldGiveTheRatioOfTheMedians() {
    // given
    Measurement measurement =
        Measurement.against("append", "1/s", Samples.of(10, 20, 999), Samples.of(90, 100, 110));

    // when
    double ratio = measurement.ratio().orElseThrow();

    // then
    assertThat(ratio).isEqualTo(0.2);
  }

  @Test
  void shouldHaveNoRatioWithoutABaseline() {
    // given
    Measurement measurement = Measurement.of("startup", "s", Samples.of(6));

    // when
    var ratio = measurement.ratio();

    // then
    assertThat(ratio).isEmpty();
  }
}
