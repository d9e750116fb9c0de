/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A client of an installation's broker, as the services are. */
final class BrokerClient implements AutoCloseable {
  private static final int TIMEOUT_SECONDS = 20;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> settings;
  private final KafkaProducer<byte[], byte[]> producer;

  BrokerClient(String bootstrap, String secret) {
    this.settings =
        Map.of(
            "bootstrap.servers", bootstrap,
            "security.protocol", "SASL_PLAINTEXT",
            "sasl.mechanism", "PLAIN",
            "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                    + " username=\"plimsoll\" password=\"%s\";".formatted(secret),
            "acks", "all");
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<String, Object> forProducer = new HashMap<>(settings);
    this.producer = new KafkaProducer<>(forProducer, bytes, bytes);
  }

  /** Writes a record and gives its offset once it is durable. */
  long write(String topic, int partition, byte @Nullable [] key, byte @Nullable [] value) {
    try {
      return producer
          .send(new ProducerRecord<>(topic, partition, key, value))
          .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
          .offset();
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("Expected the broker to take a record, but it did not", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The committed records of a partition, from its begin to its present end. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic, int partition) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    Map<String, Object> forConsumer = new HashMap<>(settings);
    forConsumer.remove("acks");
    forConsumer.put("isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(forConsumer, bytes, bytes)) {
      TopicPartition place = new TopicPartition(topic, partition);
      consumer.assign(List.of(place));
      consumer.seekToBeginning(List.of(place));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(place)).get(place));
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (consumer.position(place) < end) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
