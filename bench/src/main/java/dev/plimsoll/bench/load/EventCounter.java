/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.schemas.topics.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts the entries of some sessions that become visible to a reader of committed events. Counts
 * keys, so that what is written twice is not counted twice.
 */
public final class EventCounter implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** The first event of a session creates it; entries begin with the second. */
  private static final String CREATION = "/00000000000000000001";

  private final Consumer<byte[], byte[]> events;
  private final String keyPrefix;
  private final Set<String> seen = new HashSet<>();

  /**
   * Counts from now on.
   *
   * @param keyPrefix how the keys of the sessions begin
   */
  public EventCounter(KafkaClients clients, String keyPrefix) {
    this.events = clients.consumer();
    this.keyPrefix = keyPrefix;
    List<TopicPartition> partitions =
        events.partitionsFor(Topics.SESSION_EVENTS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    events.assign(partitions);
    events.seekToEnd(partitions);
    partitions.forEach(events::position); // seeking is lazy; the end is to be that of now
  }

  /**
   * Waits for entries.
   *
   * @return when the last of them was seen, by {@link System#nanoTime}
   */
  public long await(long entries) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (seen.size() < entries) {
      events.poll(POLL).forEach(this::count);
      if (System.nanoTime() - end > 0) {
        throw new BenchException(
            "Expected %d events in %s, but saw %d. See the server's log and its dead letters."
                .formatted(entries, PATIENCE, seen.size()));
      }
    }
    return System.nanoTime();
  }

  @Override
  public void close() {
    events.close();
  }

  private void count(ConsumerRecord<byte[], byte[]> event) {
    String key = new String(event.key(), UTF_8);
    if (key.startsWith(keyPrefix) && !key.endsWith(CREATION)) {
      seen.add(key);
    }
  }
}
