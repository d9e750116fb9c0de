/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A report for programs.
 *
 * <pre>
 * {"machine": {"processors", "java", "loadBefore", "loadAfter"},
 *  "measurements": [{"name", "unit", "median", "min", "max", "runs": [...],
 *                    "baseline": {"median", "min", "max", "runs"}, "ratio"}],
 *  "skipped": [...]}
 * </pre>
 *
 * {@code baseline} and {@code ratio} are missing where nothing is compared.
 */
public final class JsonReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReport() {}

  /** The report as one JSON object. */
  public static ObjectNode of(Report report) {
    ObjectNode json = JSON.createObjectNode();
    json.putObject("machine")
        .put("processors", report.machine().processors())
        .put("java", report.machine().java())
        .put("loadBefore", report.machine().loadBefore())
        .put("loadAfter", report.machine().loadAfter());
    ArrayNode measurements = json.putArray("measurements");
    report.measurements().forEach(measurement -> add(measurements.addObject(), measurement));
    ArrayNode skipped = json.putArray("skipped");
    report.skipped().forEach(skipped::add);
    return json;
  }

  private static void add(ObjectNode json, Measurement measurement) {
    json.put("name", measurement.name()).put("unit", measurement.unit());
    add(json, measurement.samples());
    measurement.baseline().ifPresent(base -> add(json.putObject("baseline"), base));
    measurement.ratio().ifPresent(ratio -> json.put("ratio", ratio));
  }

  private static void add(ObjectNode json, Samples samples) {
    json.put("median", samples.median()).put("min", samples.min()).put("max", samples.max());
    ArrayNode runs = json.putArray("runs");
    samples.values().forEach(runs::add);
  }
}
