/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plimsoll.bench.load.BenchException;
import dev.plimsoll.bench.load.CommandLoad;
import dev.plimsoll.bench.load.HttpLoad;
import dev.plimsoll.bench.load.KafkaClients;
import dev.plimsoll.bench.load.Requests;
import dev.plimsoll.bench.load.ServerProcess;
import dev.plimsoll.bench.load.Target;
import dev.plimsoll.bench.load.Texts;
import dev.plimsoll.bench.report.Measurement;
import dev.plimsoll.bench.report.Samples;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/**
 * Pages of fifty entries at random places of one long session. The oldest tenth is compared with
 * the newest: a page must cost the same at any depth.
 */
final class HttpPageBench implements Bench {
  private static final int PAGE = 50;
  private static final int ENTRIES_PER_COMMAND = 100;
  private static final int TENTHS = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long POLL_NANOS = 200_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "http-page";
  }

  @Override
  public List<Measurement> run(Target target, Plan plan) {
    HttpLoad load = new HttpLoad(plan.connections());
    Requests requests = new Requests(target);
    ServerProcess server = new ServerProcess(target.requireLocal().server());
    String session = fill(target, plan, load, requests);
    SplittableRandom random = new SplittableRandom(plan.seed());
    int entries = plan.pagedEntries();
    int tenth = entries / TENTHS;
    List<List<HttpLoad.Result>> results =
        new Interleaved(plan.warmUps(), plan.runs(), server::awaitQuiet)
            .results(
                List.of(
                    () -> load.run(plan.requests(), n -> requests.floor()),
                    () -> load.run(plan.requests(), page(requests, session, random, 1, entries)),
                    () -> load.run(plan.requests(), page(requests, session, random, 1, tenth)),
                    () ->
                        load.run(
                            plan.requests(),
                            page(requests, session, random, entries - tenth, entries))));
    return measurements(results);
  }

  private List<Measurement> measurements(List<List<HttpLoad.Result>> results) {
    return List.of(
        against("", "requests/s", results.get(1), results.get(0), HttpLoad.Result::perSecond),
        against(".p50", "ms", results.get(1), results.get(0), result -> result.millis(50)),
        against(".p99", "ms", results.get(1), results.get(0), result -> result.millis(99)),
        against(
            ".oldest-tenth",
            "requests/s",
            results.get(2),
            results.get(3),
            HttpLoad.Result::perSecond),
        against(".oldest-tenth.p50", "ms", results.get(2), results.get(3), r -> r.millis(50)),
        against(".oldest-tenth.p99", "ms", results.get(2), results.get(3), r -> r.millis(99)));
  }

  private Measurement against(
      String measure,
      String unit,
      List<HttpLoad.Result> runs,
      List<HttpLoad.Result> base,
      ToDoubleFunction<HttpLoad.Result> value) {
    return Measurement.against(
        name() + measure,
        unit,
        Samples.of(runs.stream().mapToDouble(value).toArray()),
        Samples.of(base.stream().mapToDouble(value).toArray()));
  }

  /** Sequences below which a page begins, from one to another; the first event is no entry. */
  private static IntFunction<HttpRequest> page(
      Requests requests, String session, SplittableRandom random, int from, int to) {
    int least = Math.min(from + PAGE + 1, to);
    long[] starts = random.longs(1 << 14, least, to + 2L).toArray();
    return n -> requests.pageBefore(session, starts[n % starts.length], PAGE);
  }

  private static String fill(Target target, Plan plan, HttpLoad load, Requests requests) {
    KafkaClients clients = new KafkaClients(target.requireLocal(), plan.compression());
    String prefix = "http-page-" + UUID.randomUUID() + "-";
    new CommandLoad(clients, target.tenant(), prefix, 1, new Texts(plan.seed()))
        .fill(plan.pagedEntries(), ENTRIES_PER_COMMAND);
    String session = prefix + 0;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!has(load, requests.after(session, plan.pagedEntries()))) {
      if (System.nanoTime() - end > 0) {
        throw new BenchException(
            "Expected the history to have %d entries in %s, but it has fewer"
                .formatted(plan.pagedEntries(), PATIENCE));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return session;
  }

  private static boolean has(HttpLoad load, HttpRequest request) {
    try {
      return !JSON.readTree(load.send(request)).path("entries").isEmpty();
    } catch (IOException e) {
      throw new BenchException("Expected a page in JSON, but got another answer", e);
    }
  }
}
