/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.platform.kernel.PendingAnswers.Pending;
import dev.plimsoll.schemas.platform.DeadLetter;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology of {@link CounterAggregate}s, fed record by record. Its only partition is 0. */
final class CounterTopology implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  final AvroSerde<SpecificRecord> serde = CounterAggregate.serde();
  private final PendingAnswers<Long> pending = new PendingAnswers<>();
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte @Nullable [], byte @Nullable []> commands;
  private final TestOutputTopic<byte[], byte[]> events;
  private final TestOutputTopic<byte[], byte[]> deadLetters;

  /** An event and the key of its record. */
  record Event(String key, SpecificRecord value) {}

  CounterTopology(Path stateDir) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "counter");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    driver =
        new TopologyTestDriver(
            AggregateTopology.of(
                CounterAggregate.spec(),
                CounterAggregate.PARTITIONS,
                serde,
                pending,
                CatchUp.none()),
            settings);
    commands =
        driver.createInputTopic(
            Topics.SESSION_COMMANDS.name(), new ByteArraySerializer(), new ByteArraySerializer());
    events = output(Topics.SESSION_EVENTS.name());
    deadLetters = output(Topics.DEAD_LETTERS.name());
  }

  private TestOutputTopic<byte[], byte[]> output(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A key that belongs to partition 0, or to another one. */
  static String key(boolean onPartitionZero) {
    return IntStream.range(0, 100)
        .mapToObj(i -> "author" + i)
        .filter(key -> (CounterAggregate.partition(key, 4) == 0) == onPartitionZero)
        .findFirst()
        .orElseThrow();
  }

  /** Sends a command as a gateway does; gives its future answer. */
  CompletableFuture<Long> send(Author command) {
    return send(command.getId(), serde.serializer().serialize("", command));
  }

  /** Sends any record; gives the future answer to it. */
  CompletableFuture<Long> send(@Nullable String key, byte @Nullable [] value) {
    Pending<Long> waiting = pending.open();
    RecordHeaders headers = new RecordHeaders();
    headers.add(PendingAnswers.HEADER, waiting.request());
    commands.pipeInput(
        new TestRecord<>(key == null ? null : key.getBytes(UTF_8), value, headers, NOON));
    return waiting.answer();
  }

  List<Event> events() {
    return events.readRecordsToList().stream()
        .map(record ->
            new Event(
                new String(record.key(), UTF_8),
                serde.deserializer().deserialize("", record.value())))
        .toList();
  }

  List<DeadLetter> deadLetters() {
    return deadLetters.readValuesToList().stream()
        .map(value -> (DeadLetter) serde.deserializer().deserialize("", value))
        .toList();
  }

  @Nullable Long count(String key) {
    return driver.<String, Long>getKeyValueStore(CounterAggregate.STORE).get(key);
  }

  int waiting() {
    return pending.size();
  }

  @Override
  public void close() {
    driver.close();
  }
}
