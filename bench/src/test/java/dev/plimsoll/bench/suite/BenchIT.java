/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.plimsoll.bench.report.Measurement;
import dev.plimsoll.bench.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The smallest run of the suite, against a server of its own from the build. */
class BenchIT {
  private static final Path STANDALONE = Path.of(System.getProperty("plimsoll.standalone"));
  private static final Path JAR = STANDALONE.resolve("quarkus-app/quarkus-run.jar");

  @Test
  void shouldMeasureAppendsOnAServerOfItsOwn() {
    // given
    assumeThat(JAR).as("standalone, built before this module").exists();
    Suite suite = new Suite(up(), Plan.quick("lz4", 1), "append"::equals, task -> {});

    // when
    Report report = suite.run(Optional.empty());

    // then
    assertThat(report.skipped()).isEmpty();
    assertThat(report.measurements())
        .extracting(Measurement::name)
        .contains("append", "append.tokens-counted");
    assertThat(report.measurements())
        .filteredOn(measurement -> measurement.name().startsWith("append"))
        .allMatch(measurement -> measurement.samples().min() > 0)
        .allMatch(measurement -> measurement.ratio().isPresent());
  }

  /** Not the launcher, which would build what is being built. */
  private static List<String> up() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "--enable-native-access=ALL-UNNAMED",
        "-Dplimsoll.registry.application=" + STANDALONE.resolve("apicurio"),
        "-jar",
        JAR.toString());
  }
}
