/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.topics.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The topology of a kind of aggregate.
 *
 * <pre>
 *   commands ──► [decode ► decide ► write state] ──► events
 *                              └────────────────────► dead letters
 * </pre>
 */
public final class AggregateTopology {
  private AggregateTopology() {}

  /** Builds it. Every processor and store has an explicit name. */
  public static <C extends SpecificRecord, A> Topology of(
      AggregateSpec<C, A> spec,
      int partitions,
      AvroSerde<SpecificRecord> serde,
      PendingAnswers<A> pending,
      CatchUp catchUp) {
    String source = spec.name() + "-commands";
    String processor = spec.name() + "-aggregate";
    Routes routes = new Routes(spec.name() + "-events", spec.name() + "-dead-letters");
    Topology topology = new Topology();
    topology.addSource(
        source, new ByteArrayDeserializer(), new ByteArrayDeserializer(), spec.commands().name());
    topology.addProcessor(
        processor,
        () -> new AggregateProcessor<>(spec, partitions, serde, pending, catchUp, routes),
        source);
    spec.stores().forEach(store -> topology.addStateStore(store, processor));
    topology.addSink(
        routes.events(),
        spec.events().name(),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        byKey(spec),
        processor);
    topology.addSink(
        routes.deadLetters(),
        Topics.DEAD_LETTERS.name(),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        processor);
    return topology;
  }

  private static StreamPartitioner<byte[], byte[]> byKey(AggregateSpec<?, ?> spec) {
    return (topic, key, value, count) ->
        Optional.of(Set.of(spec.partitioner().applyAsInt(new String(key, UTF_8), count)));
  }

  /** The names of the sinks. */
  record Routes(String events, String deadLetters) {}
}
