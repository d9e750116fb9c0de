/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import static java.util.Objects.requireNonNull;

import dev.plimsoll.domain.session.SessionSamples;
import dev.plimsoll.domain.session.Sha256;
import dev.plimsoll.history.HistoryConfig;
import dev.plimsoll.history.live.LiveSignals;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.serde.SchemaRegistry;
import dev.plimsoll.schemas.session.event.EntryAppended;
import dev.plimsoll.schemas.session.event.SessionCreated;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The history topology, one driver a partition, and what reads from it. */
public final class HistoryFixture implements HistoryStores, AutoCloseable {
  private final AvroSerde<SpecificRecord> serde =
      new AvroSerde<>(SchemaRegistry.inMemory(), true, SpecificRecord.class);
  private final LiveSignals signals = new LiveSignals();
  private final List<TopologyTestDriver> drivers;

  /** Starts it. */
  public HistoryFixture(Path stateDir, int partitions) {
    drivers =
        IntStream.range(0, partitions)
            .mapToObj(partition -> driver(stateDir.resolve("" + partition)))
            .toList();
  }

  private TopologyTestDriver driver(Path stateDir) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, HistoryTopology.APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    return new TopologyTestDriver(HistoryTopology.of(serde, signals), settings);
  }

  /** The serde of events. */
  public AvroSerde<SpecificRecord> serde() {
    return serde;
  }

  /** Reads pages. */
  public History history() {
    return new History(this, new Settings());
  }

  /** Reads the list. */
  public SessionList sessions() {
    return new SessionList(this);
  }

  /** A session is created, as its event 1. */
  public void created(SessionKey session, Instant at) {
    event(
        session,
        1,
        new SessionCreated(
            SessionSamples.eventMeta(session, 1, at), SessionSamples.profile("a title")));
  }

  /** An entry is appended. */
  public void appended(SessionKey session, long seq, Instant at, Entry entry) {
    event(
        session,
        seq,
        new EntryAppended(
            SessionSamples.eventMeta(session, seq, at), entry, Sha256.hash128(new byte[0])));
  }

  /** A session with entries up to a sequence. */
  public void sessionUpTo(SessionKey session, long lastSeq) {
    created(session, SessionSamples.NOON);
    for (long seq = 2; seq <= lastSeq; seq++) {
      appended(session, seq, SessionSamples.NOON, SessionSamples.user("e" + seq, "text " + seq));
    }
  }

  /** Any event. */
  public void event(SessionKey session, long seq, SpecificRecord event) {
    record(
        session,
        seq,
        requireNonNull(serde.serializer().serialize(Topics.SESSION_EVENTS.name(), event)));
  }

  /** Any record. */
  public void record(SessionKey session, long seq, byte[] value) {
    drivers
        .get(session.partition(drivers.size()))
        .createInputTopic(
            Topics.SESSION_EVENTS.name(), new StringSerializer(), new ByteArraySerializer())
        .pipeInput(session.eventKey(seq), value);
  }

  @Override
  public int partitions() {
    return drivers.size();
  }

  @Override
  public ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
    return drivers.get(partition).getKeyValueStore(name);
  }

  @Override
  public void close() {
    drivers.forEach(TopologyTestDriver::close);
  }

  private static final class Settings implements HistoryConfig {
    @Override
    public int threads() {
      return 1;
    }

    @Override
    public Duration minSeqTimeout() {
      return Duration.ofMillis(20);
    }

    @Override
    public Duration liveBatch() {
      return Duration.ofMillis(50);
    }

    @Override
    public Duration heartbeat() {
      return Duration.ofSeconds(15);
    }

    @Override
    public int maxStreams() {
      return 10;
    }
  }
}
