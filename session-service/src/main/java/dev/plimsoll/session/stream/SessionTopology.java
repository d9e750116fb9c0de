/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.stream;

import dev.plimsoll.domain.kernel.Decision;
import dev.plimsoll.domain.session.SessionAnswer;
import dev.plimsoll.domain.session.SessionDecider;
import dev.plimsoll.domain.session.SessionRows;
import dev.plimsoll.platform.kernel.AggregateSpec;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** What the kernel needs to know of sessions. */
public final class SessionTopology {
  /** Name of the Streams application. */
  public static final String APPLICATION = "plimsoll-sessions";

  /** The store of headers and live entries. */
  public static final String STATE = "session-state";

  /** The store of first answers to entry ids. */
  public static final String ACCEPTANCES = "session-acceptances";

  private SessionTopology() {}

  /** The spec of sessions. */
  public static AggregateSpec<SpecificRecord, Decision<SpecificRecord, SessionAnswer>> spec() {
    return new AggregateSpec<>(
        "session",
        Topics.SESSION_COMMANDS,
        Topics.SESSION_EVENTS,
        SessionDecider.TABLE.commands(),
        SessionTopology::partition,
        List.of(store(STATE), store(ACCEPTANCES)),
        context -> new SessionAggregate(rows(context)));
  }

  /** The partition of any key that begins with a session's. */
  static int partition(String key, int partitions) {
    return SessionKey.parse(key)
        .orElseThrow(
            () -> new IllegalArgumentException("Expected a session's key, but got another"))
        .partition(partitions);
  }

  private static SessionRows rows(ProcessingContext context) {
    return new SessionRows(
        StoreRows.owned(context.getStateStore(STATE)),
        StoreRows.owned(context.getStateStore(ACCEPTANCES)));
  }

  private static StoreBuilder<?> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled();
  }
}
