/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import dev.plimsoll.bench.load.BenchException;
import dev.plimsoll.bench.load.Installation;
import dev.plimsoll.bench.load.Target;
import dev.plimsoll.bench.load.TemporaryDirectory;
import dev.plimsoll.bench.report.Report;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Runs benches one after another: starts first, while nothing else runs, then the others on one
 * server.
 *
 * @param launcher starts a server of the suite's own, see {@link Installation#start}
 * @param plan how much each does
 * @param wanted which benches, by name
 * @param progress is told what begins
 */
record Suite(
    List<String> launcher, Plan plan, Predicate<String> wanted, Consumer<String> progress) {
  private static final List<Bench> BENCHES =
      List.of(
          AppendBench.manySessions(),
          AppendBench.hotSession(),
          new HttpAppendBench(),
          new HttpPageBench());

  /** The names of all benches. */
  static List<String> names() {
    return Stream.concat(BENCHES.stream().map(Bench::name), Stream.of(StartupBench.NAME)).toList();
  }

  /**
   * Runs what is wanted.
   *
   * @param given the server to measure; without one the suite starts its own and removes it
   */
  Report run(Optional<Target> given) {
    Report.Builder report = new Report.Builder();
    if (wanted.test(StartupBench.NAME)) {
      startup(given.isPresent(), report);
    }
    List<Bench> benches = BENCHES.stream().filter(bench -> wanted.test(bench.name())).toList();
    if (!benches.isEmpty()) {
      if (given.isPresent()) {
        run(benches, given.get(), report);
      } else {
        runOnOwn(benches, report);
      }
    }
    return report.build();
  }

  private void startup(boolean serverGiven, Report.Builder report) {
    if (serverGiven) {
      report.skip(StartupBench.NAME, "it starts servers of its own; leave out --data and --server");
      return;
    }
    progress.accept(StartupBench.NAME);
    report.add(StartupBench.run(launcher, plan.startups()));
  }

  private void runOnOwn(List<Bench> benches, Report.Builder report) {
    progress.accept("starting a server");
    try (TemporaryDirectory directory = TemporaryDirectory.create();
        Installation own = Installation.start(launcher, directory.data())) {
      report.add(MemoryBench.run(own.data(), "after-start"));
      run(benches, Target.of(own.data()), report);
    }
  }

  private void run(List<Bench> benches, Target target, Report.Builder report) {
    for (Bench bench : benches) {
      progress.accept(bench.name());
      try {
        report.add(bench.run(target, plan));
      } catch (BenchException e) {
        report.skip(bench.name(), String.valueOf(e.getMessage()));
      }
    }
    target.local().ifPresent(local -> report.add(MemoryBench.run(local, "after-load")));
  }
}
