/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import dev.plimsoll.bench.load.Installation;
import dev.plimsoll.bench.load.TemporaryDirectory;
import dev.plimsoll.bench.report.Measurement;
import dev.plimsoll.bench.report.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From {@code up} to readiness: on an empty directory, and again on the same one. */
final class StartupBench {
  static final String NAME = "startup";
  private static final double NANOS = 1e9;

  private StartupBench() {}

  /**
   * Measures.
   *
   * @param launcher see {@link Installation#start}
   * @param runs how many times both
   */
  static List<Measurement> run(List<String> launcher, int runs) {
    List<Double> first = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      try (TemporaryDirectory directory = TemporaryDirectory.create()) {
        first.add(start(launcher, directory.data()));
        again.add(start(launcher, directory.data()));
      }
    }
    return List.of(
        Measurement.of("startup.empty", "s", new Samples(first)),
        Measurement.against("startup.again", "s", new Samples(again), new Samples(first)));
  }

  private static double start(List<String> launcher, Path data) {
    try (Installation installation = Installation.start(launcher, data)) {
      return installation.startup().toNanos() / NANOS;
    }
  }
}
