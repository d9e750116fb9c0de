/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.plimsoll.platform.kernel.Aggregate.Event;
import dev.plimsoll.platform.kernel.Aggregate.Verdict;
import dev.plimsoll.platform.kernel.AggregateTopology.Routes;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.serde.RegistryUnavailableException;
import dev.plimsoll.schemas.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Runs the aggregates of one partition: decodes a command, decides it, writes the state, sends the
 * events, answers whoever waits.
 *
 * <p>Streams does not undo the puts of a failed record. So everything that can fail because of a
 * command (decoding, deciding, encoding the events) happens before the first put, and ends in the
 * dead letters; an exception after it stops the thread and aborts the transaction.
 */
final class AggregateProcessor<C extends SpecificRecord, A>
    implements Processor<byte[], byte[], byte[], byte[]> {
  private final AggregateSpec<C, A> spec;
  private final int partitions;
  private final AvroSerde<SpecificRecord> serde;
  private final PendingAnswers<A> pending;
  private final CatchUp catchUp;
  private final Routes routes;

  @SuppressWarnings("NullAway.Init") // set by init, before the first record
  private ProcessorContext<byte[], byte[]> context;

  @SuppressWarnings("NullAway.Init") // set by init, before the first record
  private Aggregate<C, A> aggregate;

  AggregateProcessor(
      AggregateSpec<C, A> spec,
      int partitions,
      AvroSerde<SpecificRecord> serde,
      PendingAnswers<A> pending,
      CatchUp catchUp,
      Routes routes) {
    this.spec = spec;
    this.partitions = partitions;
    this.serde = serde;
    this.pending = pending;
    this.catchUp = catchUp;
    this.routes = routes;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.aggregate = spec.factory().create(context);
    catchUp.assigned(context.taskId().partition());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    handle(record);
    context.recordMetadata().ifPresent(place -> catchUp.decided(place.partition(), place.offset()));
  }

  private void handle(Record<byte[], byte[]> record) {
    Decided<A> decided;
    try {
      decided = decide(record);
    } catch (Undecided refused) {
      DeadLetters.forward(context, serde, routes.deadLetters(), record, refused);
      pending.fail(record.headers(), refused);
      return;
    }
    decided.verdict().writes().run();
    for (Encoded event : decided.events()) {
      context.forward(
          new Record<>(event.key(), event.value(), record.timestamp(), new RecordHeaders()),
          routes.events());
    }
    pending.complete(record.headers(), decided.verdict().answer());
  }

  private Decided<A> decide(Record<byte[], byte[]> record) throws Undecided {
    C command = decode(record.value());
    checkPlace(record.key(), keyOf(command));
    Verdict<A> verdict;
    try {
      verdict = aggregate.decide(command, Instant.ofEpochMilli(record.timestamp()));
    } catch (RuntimeException e) {
      throw new Undecided(
          "decide_failed", "Expected a decision, but got " + e.getClass().getName(), e);
    }
    return new Decided<>(verdict, encode(verdict.events()));
  }

  private C decode(byte @Nullable [] value) throws Undecided {
    try {
      SpecificRecord command = serde.deserializer().deserialize(spec.commands().name(), value);
      for (Class<? extends C> type : spec.commandTypes()) {
        if (type.isInstance(command)) {
          return type.cast(command);
        }
      }
      throw new Undecided(
          "undecodable",
          "Expected a command of "
              + spec.name()
              + ", but got "
              + (command == null ? "a tombstone" : command.getSchema().getFullName()));
    } catch (RegistryUnavailableException e) {
      throw e; // Says nothing about the record: stop, and try again.
    } catch (SerializationException e) {
      throw new Undecided("undecodable", String.valueOf(e.getMessage()), e);
    }
  }

  private String keyOf(C command) throws Undecided {
    try {
      return aggregate.keyOf(command);
    } catch (IllegalArgumentException e) {
      throw new Undecided("wrong_key", String.valueOf(e.getMessage()), e);
    }
  }

  /** Another client's partitioner or key must not make two aggregates of one. */
  private void checkPlace(byte @Nullable [] key, String wanted) throws Undecided {
    if (key == null || !wanted.equals(new String(key, UTF_8))) {
      throw new Undecided(
          "wrong_key", "Expected the command's own key " + wanted + ", but the record has another");
    }
    int partition = context.taskId().partition();
    int right = spec.partitioner().applyAsInt(wanted, partitions);
    if (partition != right) {
      throw new Undecided(
          "wrong_partition",
          "Expected partition %d for key %s, but got %d: use murmur2 of the key"
              .formatted(right, wanted, partition));
    }
  }

  private List<Encoded> encode(List<Event> events) throws Undecided {
    List<Encoded> encoded = new ArrayList<>(events.size());
    for (Event event : events) {
      byte[] value;
      try {
        value = requireNonNull(serde.serializer().serialize(spec.events().name(), event.value()));
      } catch (RegistryUnavailableException e) {
        throw e;
      } catch (SerializationException e) {
        throw new Undecided("decide_failed", String.valueOf(e.getMessage()), e);
      }
      if (value.length > Topics.MAX_RECORD_BYTES - Topics.RECORD_OVERHEAD_BYTES) {
        throw new Undecided(
            "too_large",
            "Expected an event of at most %d bytes, but %s has %d: offload its content"
                .formatted(
                    Topics.MAX_RECORD_BYTES - Topics.RECORD_OVERHEAD_BYTES,
                    event.key(),
                    value.length));
      }
      encoded.add(new Encoded(event.key().getBytes(UTF_8), value));
    }
    return encoded;
  }

  private record Decided<A>(Verdict<A> verdict, List<Encoded> events) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Encoded(byte[] key, byte[] value) {}
}
