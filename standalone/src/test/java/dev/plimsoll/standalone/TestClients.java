/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka clients for one broker: what the tests need to write and to read. */
record TestClients(String bootstrap, Map<String, String> security) {

  private static final String TEN_MB = "10485760";

  static TestClients of(EmbeddedBroker broker) {
    return new TestClients(broker.bootstrap(), broker.clientProperties());
  }

  void createTopic(String name) throws Exception {
    try (Admin admin = Admin.create(new HashMap<String, Object>(settings()))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
    }
  }

  /** Writes the values with acks=all and returns when all are acknowledged. */
  void write(String topic, Iterable<byte[]> values) throws Exception {
    Map<String, Object> settings = new HashMap<>(settings());
    settings.put("acks", "all");
    settings.put("max.request.size", TEN_MB);
    var serializer = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(settings, serializer, serializer)) {
      for (byte[] value : values) {
        producer.send(new ProducerRecord<byte[], byte[]>(topic, 0, null, value)).get();
      }
    }
  }

  /** Reads the first partition of a topic from its begin to its present end. */
  List<byte[]> readAll(String topic) {
    Map<String, Object> settings = new HashMap<>(settings());
    settings.put("auto.offset.reset", "earliest");
    var deserializer = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, deserializer, deserializer)) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      List<byte[]> values = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(found -> values.add(found.value()));
      }
      return values;
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("default.api.timeout.ms", "20000");
    settings.put("request.timeout.ms", "10000");
    settings.putAll(security);
    return settings;
  }
}
