/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.platform.boot.Service;
import dev.plimsoll.platform.kafka.KafkaConfig;
import dev.plimsoll.platform.kafka.KafkaConnection;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.platform.kafka.StreamsRuntime;
import dev.plimsoll.platform.kafka.StreamsRuntimes;
import dev.plimsoll.platform.kafka.StreamsSettings;
import dev.plimsoll.platform.kernel.TooLargeException;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.session.Blob;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes and finds large contents. A content belongs to one session: the same bytes in two sessions
 * are two blobs, so that erasing a session is a matter of its own partition.
 */
@ApplicationScoped
public class Blobs implements Service {
  private final KafkaConnection kafka;
  private final StreamsSettings settings;
  private final StreamsRuntimes runtimes;
  private final int partitions;
  private final AvroSerde<Blob> serde;
  private volatile @Nullable Running running;

  Blobs(
      KafkaConnection kafka,
      KafkaConfig config,
      StreamsSettings settings,
      StreamsRuntimes runtimes) {
    this.kafka = kafka;
    this.settings = settings;
    this.runtimes = runtimes;
    this.partitions = config.sessionPartitions();
    this.serde = kafka.serde(Blob.class);
  }

  private record Running(
      StreamsRuntime index, Producer<byte[], byte[]> producer, BlobFetcher fetcher) {}

  @Override
  public void start() {
    StreamsRuntime index =
        new StreamsRuntime(
            BlobTopology.APPLICATION,
            BlobTopology.topology(),
            settings.atLeastOnce(BlobTopology.APPLICATION, 1));
    running = new Running(index, kafka.producer("session-blobs"), new BlobFetcher(kafka, serde));
    runtimes.add(index);
    index.start();
  }

  @Override
  public void stop() {
    Running stopping = running;
    if (stopping != null) {
      stopping.producer().close(Duration.ofSeconds(5));
      stopping.fetcher().close();
      stopping.index().close();
    }
  }

  /**
   * Writes what is not there yet.
   *
   * @return completes when all of it is durable; fails with {@link NotReadyException}
   * @throws TooLargeException when one does not fit into a record
   */
  public CompletableFuture<?> store(SessionKey session, List<Blob> blobs) {
    List<Blob> missing =
        blobs.stream().filter(blob -> offset(session, blob.getDigest()).isEmpty()).toList();
    List<ProducerRecord<byte[], byte[]>> records =
        missing.stream().map(blob -> record(session, blob)).toList();
    return CompletableFuture.allOf(
        records.stream().map(this::send).toArray(CompletableFuture<?>[]::new));
  }

  /** The content of a digest in a session, if it is there. */
  public Optional<Blob> find(SessionKey session, String digest) {
    return offset(session, digest)
        .map(offset ->
            running()
                .fetcher()
                .fetch(session.partition(partitions), offset, session.blobKey(digest)));
  }

  private Optional<Long> offset(SessionKey session, String digest) {
    return Optional.ofNullable(
        running()
            .index()
            .<String, Long>store(BlobTopology.INDEX, session.partition(partitions))
            .get(session.blobKey(digest)));
  }

  private ProducerRecord<byte[], byte[]> record(SessionKey session, Blob blob) {
    byte[] value = serde.serializer().serialize(Topics.SESSION_BLOBS.name(), blob);
    int limit = Topics.MAX_RECORD_BYTES - Topics.RECORD_OVERHEAD_BYTES;
    if (value.length > limit) {
      throw new TooLargeException(value.length, limit);
    }
    return new ProducerRecord<>(
        Topics.SESSION_BLOBS.name(),
        session.partition(partitions),
        session.blobKey(blob.getDigest()).getBytes(UTF_8),
        value);
  }

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      running()
          .producer()
          .send(
              record,
              (metadata, failure) -> {
                if (failure == null) {
                  sent.complete(null);
                } else {
                  sent.completeExceptionally(new NotReadyException("the broker", failure));
                }
              });
    } catch (KafkaException e) {
      sent.completeExceptionally(new NotReadyException("the broker", e));
    }
    return sent;
  }

  private Running running() {
    Running now = running;
    if (now == null) {
      throw new NotReadyException("the blob index", null);
    }
    return now;
  }
}
