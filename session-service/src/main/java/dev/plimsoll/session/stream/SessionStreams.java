/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.stream;

import dev.plimsoll.domain.kernel.Decision;
import dev.plimsoll.domain.session.SessionAnswer;
import dev.plimsoll.platform.boot.Service;
import dev.plimsoll.platform.kafka.BacklogReader;
import dev.plimsoll.platform.kafka.KafkaConfig;
import dev.plimsoll.platform.kafka.KafkaConnection;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.platform.kafka.StreamsRuntime;
import dev.plimsoll.platform.kafka.StreamsRuntimes;
import dev.plimsoll.platform.kafka.StreamsSettings;
import dev.plimsoll.platform.kernel.AggregateSpec;
import dev.plimsoll.platform.kernel.AggregateTopology;
import dev.plimsoll.platform.kernel.CatchUp;
import dev.plimsoll.platform.kernel.CommandGateway;
import dev.plimsoll.platform.kernel.PendingAnswers;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.session.SessionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The running session topology: commands go in here, stores are read here. */
@ApplicationScoped
public class SessionStreams implements Service {
  private final KafkaConnection kafka;
  private final KafkaConfig kafkaConfig;
  private final StreamsSettings settings;
  private final StreamsRuntimes runtimes;
  private final SessionConfig config;
  private volatile @Nullable Running running;

  SessionStreams(
      KafkaConnection kafka,
      KafkaConfig kafkaConfig,
      StreamsSettings settings,
      StreamsRuntimes runtimes,
      SessionConfig config) {
    this.kafka = kafka;
    this.kafkaConfig = kafkaConfig;
    this.settings = settings;
    this.runtimes = runtimes;
    this.config = config;
  }

  private record Running(
      StreamsRuntime runtime,
      BacklogReader backlog,
      CatchUp catchUp,
      Producer<byte[], byte[]> producer,
      CommandGateway<SpecificRecord, Decision<SpecificRecord, SessionAnswer>> gateway) {}

  @Override
  public void start() {
    AggregateSpec<SpecificRecord, Decision<SpecificRecord, SessionAnswer>> spec =
        SessionTopology.spec();
    AvroSerde<SpecificRecord> serde = kafka.serde(SpecificRecord.class);
    PendingAnswers<Decision<SpecificRecord, SessionAnswer>> pending = new PendingAnswers<>();
    int partitions = kafkaConfig.sessionPartitions();
    BacklogReader backlog =
        new BacklogReader(kafka.admin(), SessionTopology.APPLICATION, spec.commands().name());
    CatchUp catchUp = new CatchUp(backlog::read);
    StreamsRuntime runtime =
        new StreamsRuntime(
            SessionTopology.APPLICATION,
            AggregateTopology.of(spec, partitions, serde, pending, catchUp),
            settings.exactlyOnce(SessionTopology.APPLICATION, config.threads()));
    Producer<byte[], byte[]> producer = kafka.producer("session-commands");
    running =
        new Running(
            runtime,
            backlog,
            catchUp,
            producer,
            new CommandGateway<>(
                spec,
                partitions,
                serde,
                producer,
                pending,
                new CommandGateway.Limits(config.answerTimeout(), config.maxPending())));
    runtimes.add(runtime);
    runtime.start();
  }

  @Override
  public void stop() {
    Running stopping = running;
    if (stopping != null) {
      stopping.producer().close(Duration.ofSeconds(5));
      stopping.runtime().close();
      stopping.backlog().close();
    }
  }

  /** Sends a command; see {@link CommandGateway#send}. */
  public CompletionStage<Decision<SpecificRecord, SessionAnswer>> send(
      String key, SpecificRecord command) {
    return running().gateway().send(key, command);
  }

  /** Partitions that sessions are spread over. */
  public int partitions() {
    return kafkaConfig.sessionPartitions();
  }

  /** The headers and live entries of a partition, for reading. */
  public StoreRows state(int partition) {
    return queried(SessionTopology.STATE, partition);
  }

  /** The first answers of a partition, for reading. */
  public StoreRows acceptances(int partition) {
    return queried(SessionTopology.ACCEPTANCES, partition);
  }

  private StoreRows queried(String store, int partition) {
    Running now = running();
    ReadOnlyKeyValueStore<Bytes, byte[]> rows = now.runtime().store(store, partition);
    now.catchUp().check(partition);
    return StoreRows.queried(rows);
  }

  private Running running() {
    Running now = running;
    if (now == null) {
      throw new NotReadyException("the session service", null);
    }
    return now;
  }
}
