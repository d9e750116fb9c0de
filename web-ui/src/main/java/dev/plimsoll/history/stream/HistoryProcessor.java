/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.history.live.LiveSignals;
import dev.plimsoll.schemas.history.SessionSummary;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.serde.RegistryUnavailableException;
import dev.plimsoll.schemas.serde.StoreFormat;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the history and the session list. A record may come twice; its sequence makes that
 * harmless. What it does not know it keeps as it is, for the page to show as unknown, and goes on.
 */
final class HistoryProcessor extends ContextualProcessor<Bytes, byte[], Void, Void> {
  static final StoreFormat<SessionSummary> SUMMARY_FORMAT = StoreFormat.of(SessionSummary.class);
  private static final byte[] PRESENT = {1};

  private final AvroSerde<SpecificRecord> serde;
  private final LiveSignals signals;

  @SuppressWarnings("NullAway.Init") // set by init, before the first record
  private KeyValueStore<Bytes, byte[]> events;

  @SuppressWarnings("NullAway.Init") // set by init, before the first record
  private KeyValueStore<Bytes, byte[]> summaries;

  @SuppressWarnings("NullAway.Init") // set by init, before the first record
  private KeyValueStore<Bytes, byte[]> activity;

  HistoryProcessor(AvroSerde<SpecificRecord> serde, LiveSignals signals) {
    this.serde = serde;
    this.signals = signals;
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    super.init(context);
    events = context.getStateStore(HistoryTopology.EVENTS);
    summaries = context.getStateStore(HistoryTopology.SUMMARIES);
    activity = context.getStateStore(HistoryTopology.ACTIVITY);
  }

  @Override
  public void process(Record<Bytes, byte[]> record) {
    events.put(record.key(), record.value());
    Optional<SessionKey> session = SessionKey.parse(new String(record.key().get(), UTF_8));
    if (session.isEmpty() || record.value() == null) {
      return;
    }
    decode(record.value()).ifPresent(event -> project(session.get(), event));
    signals.changed(session.get());
  }

  private Optional<SpecificRecord> decode(byte[] value) {
    try {
      return Optional.ofNullable(
          serde.deserializer().deserialize(Topics.SESSION_EVENTS.name(), value));
    } catch (RegistryUnavailableException e) {
      throw e;
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }

  private void project(SessionKey session, SpecificRecord event) {
    Bytes key = Bytes.wrap(session.commandKey().getBytes(UTF_8));
    Optional<SessionSummary> before =
        Optional.ofNullable(summaries.get(key)).map(SUMMARY_FORMAT::decode);
    Summaries.apply(before, event)
        .ifPresent(after -> {
          before.ifPresent(
              b -> activity.delete(ActivityKey.of(session, b.getLastActivityAt()).toBytes()));
          activity.put(ActivityKey.of(session, after.getLastActivityAt()).toBytes(), PRESENT);
          summaries.put(key, SUMMARY_FORMAT.encode(after));
        });
  }
}
