/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import dev.plimsoll.bench.load.BenchException;
import dev.plimsoll.bench.load.LocalData;
import dev.plimsoll.bench.load.Target;
import dev.plimsoll.bench.report.JsonReport;
import dev.plimsoll.bench.report.Report;
import dev.plimsoll.bench.report.TableReport;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures this machine: a server of its own, or a running one. */
@Command(
    name = "plimsoll bench",
    mixinStandardHelpOptions = true,
    description =
        "Measure this machine. Without --data and --server, on a server of its own in a temporary"
            + " directory. Compare ratios, not values: other load on the machine moves both sides.",
    exitCodeListHeading = "Exit code:%n",
    exitCodeList = {"0:every bench ran", "1:a bench could not run", "2:nothing could"})
final class BenchCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Measure the server that runs on this data directory; it gets the load's data.")
  @Nullable Path data;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Measure this server, over HTTP alone unless --data is given as well.")
  @Nullable URI server;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "API key for --server (default: PLIMSOLL_KEY, or that of --data).")
  @Nullable String key;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Only these: append, hot-session, http-append, http-page, startup.")
  List<String> only = List.of();

  @Option(names = "--quick", description = "Small sizes: a smoke test, no measurement.")
  boolean quick;

  @Option(
      names = "--runs",
      defaultValue = "5",
      paramLabel = "N",
      description = "Counted runs of each bench (default: ${DEFAULT-VALUE}).")
  int runs;

  @Option(
      names = "--entries",
      defaultValue = "100000",
      paramLabel = "N",
      description = "Entries of the session that http-page reads (default: ${DEFAULT-VALUE}).")
  int entries;

  @Option(
      names = "--compression",
      defaultValue = "lz4",
      paramLabel = "NAME",
      description = "Of the driver's producers, lz4 or none (default: ${DEFAULT-VALUE}).")
  String compression = "lz4";

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Of texts and random choices (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--json", description = "Print a report that a program can read.")
  boolean json;

  private final List<String> launcher;

  BenchCommand(List<String> launcher) {
    this.launcher = launcher;
  }

  @Override
  public Integer call() {
    check();
    Plan plan = quick ? Plan.quick(compression, seed) : Plan.full(runs, entries, compression, seed);
    Suite suite =
        new Suite(
            launcher,
            plan,
            name -> only.isEmpty() || only.contains(name),
            task -> spec.commandLine().getErr().println("bench: " + task));
    Report report = suite.run(target());
    spec.commandLine()
        .getOut()
        .println(json ? JsonReport.of(report).toPrettyString() : TableReport.of(report));
    return report.skipped().isEmpty() ? 0 : 1;
  }

  /** Runs a command line; failures are one line and exit code 2. */
  static int run(List<String> launcher, String... args) {
    return new CommandLine(new BenchCommand(launcher))
        .setExecutionExceptionHandler((failure, command, parsed) -> {
          if (failure instanceof BenchException told) {
            command.getErr().println("plimsoll: " + told.getMessage());
          } else {
            failure.printStackTrace(command.getErr());
          }
          return 2;
        })
        .execute(args);
  }

  private void check() {
    only.stream()
        .filter(name -> !Suite.names().contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new BenchException(
              "Expected --only of %s, but got %s".formatted(Suite.names(), name));
        });
    if (runs < 1 || entries < 1_000) {
      throw new BenchException("Expected --runs from 1 and --entries from 1000, but got less");
    }
  }

  private Optional<Target> target() {
    Optional<LocalData> local =
        Optional.ofNullable(data).map(Path::toAbsolutePath).map(LocalData::new);
    if (server == null) {
      return local.map(Target::of);
    }
    String given =
        Optional.ofNullable(key)
            .or(() -> Optional.ofNullable(System.getenv("PLIMSOLL_KEY")))
            .or(() -> local.map(LocalData::key))
            .orElseThrow(() ->
                new BenchException(
                    "Expected --key or PLIMSOLL_KEY with --server, but got neither"));
    return Optional.of(new Target(server, given, Target.INSTALLATION_TENANT, local));
  }
}
