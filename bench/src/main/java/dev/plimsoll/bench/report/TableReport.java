/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** A report for people: one line a measurement. */
public final class TableReport {
  private static final String ROW = "%-38s %-12s %10s %10s %10s %10s %7s%n";

  private TableReport() {}

  /** The whole table, with a line on the machine and one for each bench that did not run. */
  public static String of(Report report) {
    StringBuilder table = new StringBuilder();
    table.append(ROW.formatted("measurement", "unit", "median", "min", "max", "baseline", "ratio"));
    report.measurements().forEach(measurement -> table.append(row(measurement)));
    report.skipped().forEach(line -> table.append("not run: %s%n".formatted(line)));
    Machine machine = report.machine();
    return table
        .append(
            "%d processors, Java %s, load before %s, after %s%n"
                .formatted(
                    machine.processors(),
                    machine.java(),
                    orUnknown(machine.loadBefore()),
                    orUnknown(machine.loadAfter())))
        .toString();
  }

  private static String row(Measurement measurement) {
    Samples samples = measurement.samples();
    OptionalDouble ratio = measurement.ratio();
    return ROW.formatted(
        measurement.name(),
        measurement.unit(),
        number(samples.median()),
        number(samples.min()),
        number(samples.max()),
        measurement.baseline().map(base -> number(base.median())).orElse(""),
        ratio.isPresent() ? String.format(Locale.ROOT, "%.3f", ratio.getAsDouble()) : "");
  }

  /** Three digits are all that such a measurement can claim. */
  static String number(double value) {
    String format = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  private static String orUnknown(String load) {
    return load.isEmpty() ? "unknown" : load;
  }
}
