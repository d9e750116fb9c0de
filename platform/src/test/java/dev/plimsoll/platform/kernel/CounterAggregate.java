/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.serde.SchemaRegistry;
import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.shared.ModelBinding;
import dev.plimsoll.schemas.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The smallest aggregate: counts what authors ({@code id} is the key) say ({@code name}). Its
 * commands are {@link Author}s, its events {@link ModelBinding}s. Some names make it fail.
 */
final class CounterAggregate implements Aggregate<Author, Long> {
  static final String STORE = "counts";
  static final String FAILS_TO_DECIDE = "fail-decide";
  static final String FAILS_TO_WRITE = "fail-write";
  static final String TOO_LARGE = "too-large";
  static final String NO_KEY = "no-key";
  static final int PARTITIONS = 4;

  private final KeyValueStore<String, Long> counts;

  private CounterAggregate(KeyValueStore<String, Long> counts) {
    this.counts = counts;
  }

  static AggregateSpec<Author, Long> spec() {
    return new AggregateSpec<>(
        "counter",
        Topics.SESSION_COMMANDS,
        Topics.SESSION_EVENTS,
        Set.of(Author.class),
        CounterAggregate::partition,
        List.of(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.Long())),
        context -> new CounterAggregate(context.getStateStore(STORE)));
  }

  static AvroSerde<SpecificRecord> serde() {
    return new AvroSerde<>(SchemaRegistry.inMemory(), true, SpecificRecord.class);
  }

  /** The partition of a key, of the form {@code name} or {@code name#count}. */
  static int partition(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(Utils.utf8(key.split("#", 2)[0]))) % partitions;
  }

  @Override
  public String keyOf(Author command) {
    if (NO_KEY.equals(command.getName())) {
      throw new IllegalArgumentException("Expected a key, but there is none");
    }
    return command.getId();
  }

  @Override
  public Verdict<Long> decide(Author command, Instant appendedAt) {
    if (FAILS_TO_DECIDE.equals(command.getName())) {
      throw new IllegalStateException("a bug");
    }
    Long before = counts.get(command.getId());
    long count = before == null ? 1 : before + 1;
    String name =
        TOO_LARGE.equals(command.getName())
            ? "x".repeat(Topics.MAX_RECORD_BYTES)
            : command.getName();
    return new Verdict<>(
        List.of(new Event(command.getId() + "#" + count, new ModelBinding(name, count))),
        count,
        () -> write(command, count));
  }

  private void write(Author command, long count) {
    if (FAILS_TO_WRITE.equals(command.getName())) {
      throw new IllegalStateException("the disk is full");
    }
    counts.put(command.getId(), count);
  }
}
