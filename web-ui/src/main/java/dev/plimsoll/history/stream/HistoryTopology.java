/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import dev.plimsoll.history.live.LiveSignals;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.topics.Topics;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The read side's topology: the event topic itself is the changelog of the history, so nothing is
 * written twice; the session list is derived from it.
 */
public final class HistoryTopology {
  /** Name of the Streams application. */
  public static final String APPLICATION = "plimsoll-history";

  /** Events as they are, by {@code tenant/session/seq}. */
  public static final String EVENTS = "history-events";

  /** Summaries of sessions, by {@code tenant/session}. */
  public static final String SUMMARIES = "history-summaries";

  /** Sessions by their last activity, see {@link ActivityKey}. */
  public static final String ACTIVITY = "history-activity";

  private HistoryTopology() {}

  /** Builds it. */
  public static Topology of(AvroSerde<SpecificRecord> serde, LiveSignals signals) {
    String processor = "history-projection";
    Topology topology = new Topology();
    topology.addReadOnlyStateStore(
        store(EVENTS).withCachingDisabled(),
        "history-source",
        Serdes.Bytes().deserializer(),
        Serdes.ByteArray().deserializer(),
        Topics.SESSION_EVENTS.name(),
        processor,
        () -> new HistoryProcessor(serde, signals));
    topology.addStateStore(store(SUMMARIES).withCachingEnabled(), processor);
    topology.addStateStore(store(ACTIVITY).withCachingEnabled(), processor);
    return topology;
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
  }
}
