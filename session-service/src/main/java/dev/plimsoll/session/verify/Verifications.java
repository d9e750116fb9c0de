/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.verify;

import dev.plimsoll.domain.session.SessionRows;
import dev.plimsoll.platform.kafka.KafkaConfig;
import dev.plimsoll.platform.kafka.KafkaConnection;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.topics.Topics;
import dev.plimsoll.session.stream.SessionStreams;
import dev.plimsoll.session.verify.Verification.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs verifications, one at a time, and remembers the last one. */
@ApplicationScoped
public class Verifications {
  private static final Logger LOG = Logger.getLogger(Verifications.class);

  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(3));

  private final KafkaConnection kafka;
  private final SessionStreams streams;
  private final Path scratch;
  private final AvroSerde<SpecificRecord> serde;
  private @Nullable Progress last;

  Verifications(KafkaConnection kafka, KafkaConfig config, SessionStreams streams) {
    this.kafka = kafka;
    this.streams = streams;
    this.scratch = Path.of(config.stateDir()).resolve("scratch");
    this.serde = kafka.serde(SpecificRecord.class);
  }

  /** Starts a verification, or joins the one that runs. */
  public synchronized VerificationView start() {
    Progress running = last;
    if (running == null || running.isFinished()) {
      Progress started = new Progress(UUID.randomUUID().toString());
      last = started;
      running = started;
      Thread.ofPlatform().daemon().name("verification").start(() -> run(started));
    }
    return running.view();
  }

  /** A verification, if it is the last one. */
  public synchronized Optional<VerificationView> find(String id) {
    return Optional.ofNullable(last).map(Progress::view).filter(view -> view.id().equals(id));
  }

  private void run(Progress progress) {
    String broken = null;
    try (Scratch folded = new Scratch(scratch);
        Consumer<byte[], byte[]> consumer = kafka.consumer("verification")) {
      progress.total(countEvents(consumer));
      for (int partition = 0; partition < streams.partitions(); partition++) {
        SessionRows stored =
            new SessionRows(streams.state(partition), streams.acceptances(partition));
        new Verification(partition, consumer, serde, stored, folded.rows(), PATIENCE, progress)
            .run();
      }
    } catch (RuntimeException e) {
      LOG.error("A verification could not run to its end", e);
      broken = String.valueOf(e.getMessage());
    }
    progress.finish(broken);
  }

  private long countEvents(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> all =
        IntStream.range(0, streams.partitions())
            .mapToObj(p -> new TopicPartition(Topics.SESSION_EVENTS.name(), p))
            .toList();
    long ends = consumer.endOffsets(all).values().stream().mapToLong(Long::longValue).sum();
    long begins = consumer.beginningOffsets(all).values().stream().mapToLong(Long::longValue).sum();
    return ends - begins;
  }
}
