/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import static java.util.Objects.requireNonNull;

import dev.plimsoll.platform.kernel.CatchUp.Backlog;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Asks the broker what a group has still to read of a topic's partition. */
public final class BacklogReader implements AutoCloseable {
  private final Admin admin;
  private final String group;
  private final String topic;

  /** Of one group and one topic. */
  public BacklogReader(Admin admin, String group, String topic) {
    this.admin = admin;
    this.group = group;
    this.topic = topic;
  }

  /** What is there now. */
  public Backlog read(int partition) {
    TopicPartition place = new TopicPartition(topic, partition);
    try {
      long end = offset(place, OffsetSpec.latest());
      long begin = offset(place, OffsetSpec.earliest());
      OffsetAndMetadata committed =
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().get(place);
      return new Backlog(committed == null ? begin : Math.max(begin, committed.offset()), end);
    } catch (ExecutionException e) {
      throw new KafkaException("Expected the offsets of " + place + ", but got none", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private long offset(TopicPartition place, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    return requireNonNull(admin.listOffsets(Map.of(place, which)).all().get().get(place)).offset();
  }

  @Override
  public void close() {
    admin.close();
  }
}
