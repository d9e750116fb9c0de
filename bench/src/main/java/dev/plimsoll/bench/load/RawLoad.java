/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What the broker alone takes: values of a kilobyte into a topic of its own, from the first send
 * until all are acknowledged. The topic goes with the load.
 */
public final class RawLoad implements AutoCloseable {
  private static final int VALUE_BYTES = 1024;

  /** Enough distinct values that no batch holds one twice. */
  private static final int DISTINCT_VALUES = 10_000;

  private final KafkaClients clients;
  private final String topic = "bench-scratch-" + UUID.randomUUID();
  private final List<byte[]> values = new ArrayList<>(DISTINCT_VALUES);

  /**
   * Makes the topic.
   *
   * @param likeTopic has the number of partitions that it gets
   */
  public RawLoad(KafkaClients clients, String likeTopic, Texts texts) {
    this.clients = clients;
    for (int i = 0; i < DISTINCT_VALUES; i++) {
      values.add(texts.next(VALUE_BYTES).getBytes(US_ASCII));
    }
    try (Producer<byte[], byte[]> producer = clients.producer();
        Admin admin = clients.admin()) {
      int partitions = producer.partitionsFor(likeTopic).size();
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new BenchException("Expected to make topic " + topic + ", but the broker refused", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Sends values; returns records a second. */
  public double send(int records) {
    try (Producer<byte[], byte[]> producer = clients.producer()) {
      producer.partitionsFor(topic);
      Acks acks = new Acks();
      long start = System.nanoTime();
      for (int i = 0; i < records; i++) {
        acks.send(producer, new ProducerRecord<>(topic, values.get(i % DISTINCT_VALUES)));
      }
      acks.await(producer);
      return CommandLoad.perSecond(records, System.nanoTime() - start);
    }
  }

  @Override
  public void close() {
    try (Admin admin = clients.admin()) {
      admin.deleteTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      throw new BenchException(
          "Expected to remove topic " + topic + ", but it stays: do it by hand", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
