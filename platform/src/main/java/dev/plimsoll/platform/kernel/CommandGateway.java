/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.platform.kernel.PendingAnswers.Pending;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntBiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * From a request to its answer: writes a command to the log and completes when the topology of this
 * process has decided it.
 *
 * <p>The answer is seen before the transaction commits and stays true after an abort, because the
 * decision depends on the order of the partition alone. When no answer comes in time the command
 * may still be decided: it is durable and idempotent, so the client repeats it.
 *
 * @param <C> commands
 * @param <A> answers
 */
public final class CommandGateway<C extends SpecificRecord, A> {
  private final String topic;
  private final int partitions;
  private final ToIntBiFunction<String, Integer> partitioner;
  private final AvroSerde<SpecificRecord> serde;
  private final Producer<byte[], byte[]> producer;
  private final PendingAnswers<A> pending;
  private final Limits limits;

  /**
   * How much a gateway takes on.
   *
   * @param timeout how long an answer is waited for
   * @param maxPending requests that may wait at once; one more is turned away
   */
  public record Limits(Duration timeout, int maxPending) {}

  /** A gateway to the aggregates of a spec. */
  public CommandGateway(
      AggregateSpec<C, A> spec,
      int partitions,
      AvroSerde<SpecificRecord> serde,
      Producer<byte[], byte[]> producer,
      PendingAnswers<A> pending,
      Limits limits) {
    this.topic = spec.commands().name();
    this.partitions = partitions;
    this.partitioner = spec.partitioner();
    this.serde = serde;
    this.producer = producer;
    this.pending = pending;
    this.limits = limits;
  }

  /**
   * Sends a command and gives its answer.
   *
   * @return fails with {@link NotReadyException} when the broker cannot be reached, {@link
   *     java.util.concurrent.TimeoutException} when no answer comes in time, {@link Undecided} for
   *     a dead letter
   * @throws NotReadyException on overload
   * @throws TooLargeException over the record limit
   */
  public CompletionStage<A> send(String key, C command) {
    if (pending.size() >= limits.maxPending()) {
      throw new NotReadyException("a place among " + limits.maxPending() + " requests", null);
    }
    byte[] value = serde.serializer().serialize(topic, command);
    if (value.length > Topics.MAX_RECORD_BYTES - Topics.RECORD_OVERHEAD_BYTES) {
      throw new TooLargeException(
          value.length, Topics.MAX_RECORD_BYTES - Topics.RECORD_OVERHEAD_BYTES);
    }
    Pending<A> waiting = pending.open();
    waiting.answer().orTimeout(limits.timeout().toMillis(), MILLISECONDS);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic,
            partitioner.applyAsInt(key, partitions),
            null,
            key.getBytes(UTF_8),
            value,
            List.of(new RecordHeader(PendingAnswers.HEADER, waiting.request())));
    try {
      producer.send(
          record,
          (metadata, failure) -> {
            if (failure != null) {
              waiting.answer().completeExceptionally(new NotReadyException("the broker", failure));
            }
          });
    } catch (KafkaException e) {
      waiting.answer().completeExceptionally(new NotReadyException("the broker", e));
    }
    return waiting.answer();
  }
}
