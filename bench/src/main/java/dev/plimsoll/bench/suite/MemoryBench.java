/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import dev.plimsoll.bench.load.LocalData;
import dev.plimsoll.bench.load.ServerProcess;
import dev.plimsoll.bench.report.Measurement;
import dev.plimsoll.bench.report.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the server and the registry beside it hold in memory now. */
final class MemoryBench {
  private MemoryBench() {}

  /**
   * Measures.
   *
   * @param when what has happened before, the end of the measurements' names
   */
  static List<Measurement> run(LocalData local, String when) {
    List<Measurement> found = new ArrayList<>();
    ServerProcess server = new ServerProcess(local.server());
    add(found, "memory.server." + when, server.residentMib());
    local
        .registryProcess()
        .map(ServerProcess::new)
        .ifPresent(registry -> add(found, "memory.registry." + when, registry.residentMib()));
    add(found, "memory.heap-after-gc." + when, server.heapMib());
    return found;
  }

  private static void add(List<Measurement> found, String name, OptionalDouble mib) {
    mib.ifPresent(value -> found.add(Measurement.of(name, "MiB", Samples.of(value))));
  }
}
