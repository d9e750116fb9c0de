/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import dev.plimsoll.bench.load.Target;
import dev.plimsoll.bench.report.Measurement;
import java.util.List;

/** One question to a running server. */
interface Bench {

  /** What {@code --only} calls it. */
  String name();

  /** Measures. */
  List<Measurement> run(Target target, Plan plan);
}
