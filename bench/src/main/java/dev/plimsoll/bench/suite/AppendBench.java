/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.plimsoll.bench.load.CommandLoad;
import dev.plimsoll.bench.load.KafkaClients;
import dev.plimsoll.bench.load.RawLoad;
import dev.plimsoll.bench.load.ServerProcess;
import dev.plimsoll.bench.load.Target;
import dev.plimsoll.bench.load.Texts;
import dev.plimsoll.bench.report.Measurement;
import dev.plimsoll.bench.report.Samples;
import dev.plimsoll.schemas.topics.Topics;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * How many entries a second become durable events, against what the broker takes from a plain
 * producer with the same settings: with and without counting tokens in the driver, as the HTTP edge
 * does.
 *
 * @param name of the bench
 * @param sessionCount sessions that a plan spreads the load over
 */
record AppendBench(String name, ToIntFunction<Plan> sessionCount) implements Bench {
  private static final String UNIT = "commands/s";

  /** Over many sessions. */
  static AppendBench manySessions() {
    return new AppendBench("append", Plan::sessions);
  }

  /** All into one. */
  static AppendBench hotSession() {
    return new AppendBench("hot-session", plan -> 1);
  }

  @Override
  public List<Measurement> run(Target target, Plan plan) {
    KafkaClients clients = new KafkaClients(target.requireLocal(), plan.compression());
    Texts texts = new Texts(plan.seed());
    Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    CommandLoad load =
        new CommandLoad(
            clients,
            target.tenant(),
            name + "-" + UUID.randomUUID() + "-",
            sessionCount.applyAsInt(plan),
            texts);
    try (RawLoad raw = new RawLoad(clients, Topics.SESSION_COMMANDS.name(), texts)) {
      List<Samples> samples =
          new Interleaved(plan.warmUps(), plan.runs(), quiet(target))
              .samples(
                  List.of(
                      () -> raw.send(plan.rawRecords()),
                      () -> load.appendOneByOne(plan.appends(), text -> 0),
                      () -> load.appendOneByOne(plan.appends(), encoding::countTokensOrdinary)));
      return List.of(
          Measurement.against(name, UNIT, samples.get(1), samples.get(0)),
          Measurement.against(name + ".tokens-counted", UNIT, samples.get(2), samples.get(0)));
    }
  }

  private static Runnable quiet(Target target) {
    return new ServerProcess(target.requireLocal().server())::awaitQuiet;
  }
}
