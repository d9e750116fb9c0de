/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.serde.ConfluentRegistry;
import dev.plimsoll.schemas.serde.RegistryConfig;
import dev.plimsoll.schemas.serde.SchemaRegistry;
import dev.plimsoll.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes every client of Kafka and of the registry, so that sizes and security are set once. */
@ApplicationScoped
public class KafkaConnection {
  private final KafkaConfig config;
  private final RegistryConfig registryConfig;
  private final SchemaRegistry registry;

  KafkaConnection(KafkaConfig config) {
    this.config = config;
    this.registryConfig = RegistryConfig.from(config.registry());
    this.registry = new ConfluentRegistry(registryConfig);
  }

  /** What every client needs: bootstrap servers and security. */
  public Map<String, Object> clientProperties() {
    Map<String, Object> properties = new HashMap<>(config.client());
    properties.put("bootstrap.servers", config.bootstrapServers());
    return properties;
  }

  /** A serde for the records of a topic. */
  public <T extends SpecificRecord> AvroSerde<T> serde(Class<T> type) {
    return new AvroSerde<>(registry, registryConfig.autoRegister(), type);
  }

  /**
   * Asks the registry whether it is there.
   *
   * @throws dev.plimsoll.schemas.serde.RegistryUnavailableException when it is not
   */
  public void checkRegistry() {
    registry.check();
  }

  /** An admin client; to be closed. */
  public Admin admin() {
    return Admin.create(clientProperties());
  }

  /**
   * A producer that is durable ({@code acks=all}) and idempotent but not transactional: a record in
   * an open transaction would hold up every reader of its partition. To be closed.
   */
  public Producer<byte[], byte[]> producer(String name) {
    Map<String, Object> properties = clientProperties();
    properties.put("client.id", name);
    properties.put("acks", "all");
    properties.put("enable.idempotence", true);
    properties.put("compression.type", "lz4");
    properties.put("max.request.size", Topics.MAX_RECORD_BYTES + Topics.RECORD_OVERHEAD_BYTES);
    properties.put("max.block.ms", 5_000);
    properties.put("delivery.timeout.ms", 20_000);
    properties.put("request.timeout.ms", 10_000);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** A consumer without a group that reads committed records only; to be closed. */
  public Consumer<byte[], byte[]> consumer(String name) {
    return consumer(name, Map.of("max.partition.fetch.bytes", 1024 * 1024));
  }

  /**
   * The same, for reading single records by their offset: the broker sends the batch of the record
   * and no more, however large it is. To be closed.
   */
  public Consumer<byte[], byte[]> recordConsumer(String name) {
    return consumer(name, Map.of("max.partition.fetch.bytes", 1, "max.poll.records", 1));
  }

  private Consumer<byte[], byte[]> consumer(String name, Map<String, Object> sizes) {
    Map<String, Object> properties = clientProperties();
    properties.putAll(sizes);
    properties.put("client.id", name);
    properties.put("enable.auto.commit", false);
    properties.put("auto.offset.reset", "earliest");
    properties.put("isolation.level", "read_committed");
    properties.put("allow.auto.create.topics", false);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
