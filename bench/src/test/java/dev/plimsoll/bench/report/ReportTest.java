/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Report report =
      new Report(
          new Machine(2, "25", "0.50 0.40 0.30", ""),
          List.of(
              Measurement.against(
                  "append", "commands/s", Samples.of(18_000, 20_000, 16_000), Samples.of(120_000)),
              Measurement.of("startup.empty", "s", Samples.of(6.25))),
          List.of("http-page: Expected --data DIR"));

  @Test
  void shouldPrintOneLineAMeasurement() {
    // when
    List<String> lines = TableReport.of(report).lines().toList();

    // then
    assertThat(lines.get(0)).containsSubsequence("median", "min", "max", "baseline", "ratio");
    assertThat(lines.get(1).split(" +"))
        .containsExactly("append", "commands/s", "18,000", "16,000", "20,000", "120,000", "0.150");
    assertThat(lines.get(2).strip().split(" +"))
        .containsExactly("startup.empty", "s", "6.25", "6.25", "6.25");
    assertThat(lines.get(3)).isEqualTo("not run: http-page: Expected --data DIR");
    assertThat(lines.get(4)).contains("2 processors", "before 0.50 0.40 0.30", "after unknown");
  }

  @Test
  void shouldGiveProgramsEveryRun() {
    // when
    JsonNode json = JsonReport.of(report);

    // then
    JsonNode append = json.at("/measurements/0");
    assertThat(append.path("name").asText()).isEqualTo("append");
    assertThat(append.path("median").asDouble()).isEqualTo(18_000);
    assertThat(append.path("runs")).hasSize(3);
    assertThat(append.at("/baseline/median").asDouble()).isEqualTo(120_000);
    assertThat(append.path("ratio").asDouble()).isEqualTo(0.15);
    assertThat(json.at("/measurements/1").has("ratio")).isFalse();
    assertThat(json.at("/machine/processors").asInt()).isEqualTo(2);
    assertThat(json.at("/skipped/0").asText()).startsWith("http-page");
  }

  @Test
  void shouldClaimThreeDigits() {
    assertThat(TableReport.number(0.1234)).isEqualTo("0.12");
    assertThat(TableReport.number(12.345)).isEqualTo("12.3");
    assertThat(TableReport.number(12_345.6)).isEqualTo("12,346");
  }
}
