/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import dev.plimsoll.schemas.topics.TopicSpec;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A kind of aggregate, as a topology needs it.
 *
 * @param name prefix of the names of its processors
 * @param commands the topic of its commands, its only input
 * @param events the topic of its events
 * @param commandTypes what the commands' records may be
 * @param partitioner the partition of a key among a number of partitions, in both topics
 * @param stores its state
 * @param factory makes the aggregate of a partition
 */
public record AggregateSpec<C extends SpecificRecord, A>(
    String name,
    TopicSpec commands,
    TopicSpec events,
    Set<Class<? extends C>> commandTypes,
    ToIntBiFunction<String, Integer> partitioner,
    List<StoreBuilder<?>> stores,
    Aggregate.Factory<C, A> factory) {}
