/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.platform.kafka.KafkaConnection;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.session.Blob;
import dev.plimsoll.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads single records of the blob topic by their offset, with a few consumers in turn. */
final class BlobFetcher implements AutoCloseable {
  private static final int CONSUMERS = 2;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final AvroSerde<Blob> serde;
  private final BlockingQueue<Consumer<byte[], byte[]>> idle = new ArrayBlockingQueue<>(CONSUMERS);

  BlobFetcher(KafkaConnection kafka, AvroSerde<Blob> serde) {
    this.serde = serde;
    for (int i = 0; i < CONSUMERS; i++) {
      idle.add(kafka.recordConsumer("blob-fetcher-" + i));
    }
  }

  /**
   * The blob at an offset.
   *
   * @throws NotReadyException when no consumer or no answer is to be had in time, or the record was
   *     replaced by a newer one of the same key in the meantime
   */
  Blob fetch(int partition, long offset, String key) {
    Consumer<byte[], byte[]> consumer = take();
    try {
      TopicPartition place = new TopicPartition(Topics.SESSION_BLOBS.name(), partition);
      consumer.assign(List.of(place));
      consumer.seek(place, offset);
      long end = System.nanoTime() + TIMEOUT.toNanos();
      while (System.nanoTime() - end < 0) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          return check(record, key);
        }
      }
      throw new NotReadyException("the record of blob " + key, null);
    } finally {
      idle.add(consumer);
    }
  }

  @Override
  public void close() {
    for (int i = 0; i < CONSUMERS; i++) {
      take().close();
    }
  }

  private Blob check(ConsumerRecord<byte[], byte[]> record, String key) {
    Blob blob = serde.deserializer().deserialize(record.topic(), record.value());
    if (blob == null || !key.equals(new String(record.key(), UTF_8))) {
      throw new NotReadyException(
          "the index of blob " + key + " at offset " + record.offset(), null);
    }
    return blob;
  }

  private Consumer<byte[], byte[]> take() {
    @Nullable Consumer<byte[], byte[]> consumer = null;
    try {
      consumer = idle.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (consumer == null) {
      throw new NotReadyException("a reader of the blob topic", null);
    }
    return consumer;
  }
}
