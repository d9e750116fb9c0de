/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import dev.plimsoll.schemas.topics.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes the clients of a bench. The producer is the same for what is measured and for its baseline.
 *
 * @param local the installation
 * @param compression of the producer, {@code lz4} or {@code none}
 */
public record KafkaClients(LocalData local, String compression) {

  /** An idempotent producer, {@code acks=all}; to be closed. */
  public Producer<byte[], byte[]> producer() {
    Map<String, Object> settings = new HashMap<>(local.kafka());
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.put("compression.type", compression);
    settings.put("max.request.size", Topics.MAX_RECORD_BYTES);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A consumer without a group that sees committed records only; to be closed. */
  public Consumer<byte[], byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(local.kafka());
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("max.poll.records", 5_000);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** An admin client; to be closed. */
  public Admin admin() {
    return Admin.create(new HashMap<>(local.kafka()));
  }
}
