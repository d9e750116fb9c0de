/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of a report.
 *
 * @param name what was measured, {@code bench.measure}
 * @param unit of the samples and of the baseline
 * @param samples one a run
 * @param baseline the same measure of what it is compared with, taken between the runs
 */
public record Measurement(String name, String unit, Samples samples, Optional<Samples> baseline) {

  /** A measurement that stands alone. */
  public static Measurement of(String name, String unit, Samples samples) {
    return new Measurement(name, unit, samples, Optional.empty());
  }

  /** A measurement with what it is compared with. */
  public static Measurement against(String name, String unit, Samples samples, Samples baseline) {
    return new Measurement(name, unit, samples, Optional.of(baseline));
  }

  /**
   * The median over the median of the baseline. Both suffer from a loaded machine alike, so this is
   * what may be compared between machines and days; the values themselves may not.
   */
  public OptionalDouble ratio() {
    return baseline
        .map(base -> OptionalDouble.of(samples.median() / base.median()))
        .orElseGet(OptionalDouble::empty);
  }
}
