/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.report;

import java.util.Arrays;
import java.util.List;

/**
 * The values of several runs of one measurement. A median is used throughout: a single run that
 * another process disturbed does not move it.
 *
 * @param values at least one, in the order of the runs
 */
public record Samples(List<Double> values) {

  /** Keeps the values; refuses none at all. */
  public Samples {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Expected at least one run, but there is none");
    }
    values = List.copyOf(values);
  }

  /** The samples of some runs. */
  public static Samples of(double... values) {
    return new Samples(Arrays.stream(values).boxed().toList());
  }

  /** The middle value; of an even number the mean of the two in the middle. */
  public double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The smallest value. */
  public double min() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** The largest value. */
  public double max() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }
}
