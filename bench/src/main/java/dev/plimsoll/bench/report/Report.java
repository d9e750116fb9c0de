/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run of the suite found.
 *
 * @param machine where it ran, and how busy that was
 * @param measurements in the order in which they were taken
 * @param skipped benches that could not run, each with the reason
 */
public record Report(Machine machine, List<Measurement> measurements, List<String> skipped) {

  /** Keeps copies. */
  public Report {
    measurements = List.copyOf(measurements);
    skipped = List.copyOf(skipped);
  }

  /** Collects the measurements of a suite. */
  public static final class Builder {
    private final String loadBefore = Machine.load();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();

    /** Adds the measurements of a bench. */
    public void add(List<Measurement> found) {
      measurements.addAll(found);
    }

    /** Says why a bench did not run. */
    public void skip(String bench, String reason) {
      skipped.add(bench + ": " + reason);
    }

    /** The finished report. */
    public Report build() {
      return new Report(Machine.now(loadBefore), measurements, skipped);
    }
  }
}
