/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import dev.plimsoll.bench.load.HttpLoad;
import dev.plimsoll.bench.load.Requests;
import dev.plimsoll.bench.load.ServerProcess;
import dev.plimsoll.bench.load.Target;
import dev.plimsoll.bench.load.Texts;
import dev.plimsoll.bench.report.Measurement;
import dev.plimsoll.bench.report.Samples;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Appending over HTTP, against the least that the server can be asked: as fast as it answers, and
 * at half that rate with latencies from when a request was due.
 */
final class HttpAppendBench implements Bench {
  private static final int TEXT_CHARS = 1024;

  private record Run(HttpLoad.Result load, Duration cpu, HttpLoad.Result paced) {}

  @Override
  public String name() {
    return "http-append";
  }

  @Override
  public List<Measurement> run(Target target, Plan plan) {
    HttpLoad load = new HttpLoad(plan.connections());
    Requests requests = new Requests(target);
    Optional<ServerProcess> server = target.local().map(local -> new ServerProcess(local.server()));
    Texts texts = new Texts(plan.seed());
    List<List<Run>> results =
        new Interleaved(
                plan.warmUps(), plan.runs(), () -> server.ifPresent(ServerProcess::awaitQuiet))
            .results(
                List.of(
                    () -> measure(load, plan.requests(), server, n -> requests.floor()),
                    () -> measure(load, plan.requests(), server, appends(requests, plan, texts))));
    return measurements(results.get(0), results.get(1), plan.requests(), server.isPresent());
  }

  /** Twice the number, for the paced half; made ahead, so that the driver's share is small. */
  private static IntFunction<HttpRequest> appends(Requests requests, Plan plan, Texts texts) {
    String run = UUID.randomUUID().toString();
    List<HttpRequest> made = new ArrayList<>(2 * plan.requests());
    for (int i = 0; i < 2 * plan.requests(); i++) {
      made.add(
          requests.append(
              "http-append-" + i % plan.sessions(), run + ":" + i, texts.next(TEXT_CHARS)));
    }
    return made::get;
  }

  private static Run measure(
      HttpLoad load,
      int requests,
      Optional<ServerProcess> server,
      IntFunction<HttpRequest> request) {
    Duration before = server.map(ServerProcess::cpu).orElse(Duration.ZERO);
    HttpLoad.Result unpaced = load.run(requests, request);
    Duration cpu = server.map(ServerProcess::cpu).orElse(Duration.ZERO).minus(before);
    HttpLoad.Result paced =
        load.paced(requests, unpaced.perSecond() / 2, n -> request.apply(requests + n));
    return new Run(unpaced, cpu, paced);
  }

  private List<Measurement> measurements(
      List<Run> floors, List<Run> runs, int requests, boolean withCpu) {
    List<Measurement> found = new ArrayList<>();
    found.add(against("", "requests/s", floors, runs, run -> run.load().perSecond()));
    found.add(against(".p50", "ms", floors, runs, run -> run.load().millis(50)));
    found.add(against(".p99", "ms", floors, runs, run -> run.load().millis(99)));
    found.add(against(".half-rate.p50", "ms", floors, runs, run -> run.paced().millis(50)));
    found.add(against(".half-rate.p99", "ms", floors, runs, run -> run.paced().millis(99)));
    if (withCpu) {
      found.add(
          against(".cpu", "s/1000", floors, runs, run -> run.cpu().toNanos() / 1e6 / requests));
    }
    return found;
  }

  private Measurement against(
      String measure, String unit, List<Run> floors, List<Run> runs, ToDoubleFunction<Run> value) {
    return Measurement.against(
        name() + measure, unit, samples(runs, value), samples(floors, value));
  }

  private static Samples samples(List<Run> runs, ToDoubleFunction<Run> value) {
    return Samples.of(runs.stream().mapToDouble(value).toArray());
  }
}
