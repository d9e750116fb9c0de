/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.history.HistoryConfig;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.schemas.topics.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads pages of a session's history. A page costs the same at any depth: a seek and its rows. */
@ApplicationScoped
public class History {
  private static final long POLL_NANOS = 2_000_000;

  private final HistoryStores stores;
  private final HistoryConfig config;

  History(HistoryStores stores, HistoryConfig config) {
    this.stores = stores;
    this.config = config;
  }

  /** An event as it lies in the topic. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Stored(long seq, byte[] value) {}

  /**
   * A page, oldest first.
   *
   * @param hasBefore whether there are older events
   * @param hasAfter whether there are newer events
   */
  public record Page(List<Stored> events, boolean hasBefore, boolean hasAfter) {}

  /** The newest events of a session; empty when there is no session. */
  public Page newest(SessionKey session, int limit) {
    return before(session, Long.MAX_VALUE, limit);
  }

  /** The events right below a sequence. */
  public Page before(SessionKey session, long seq, int limit) {
    long above = Math.max(seq, 1);
    List<Stored> events = down(session, above - 1, limit + 1);
    boolean hasBefore = events.size() > limit;
    List<Stored> page = hasBefore ? events.subList(0, limit) : events;
    return new Page(page.reversed(), hasBefore, seq != Long.MAX_VALUE && has(session, above));
  }

  /** The events right above a sequence. */
  public Page after(SessionKey session, long seq, int limit) {
    long below = Math.clamp(seq, 0, Long.MAX_VALUE - 1);
    List<Stored> events = up(session, below + 1, limit + 1);
    boolean hasAfter = events.size() > limit;
    List<Stored> page = hasAfter ? events.subList(0, limit) : events;
    return new Page(List.copyOf(page), !down(session, below, 1).isEmpty(), hasAfter);
  }

  /** The events on both sides of a sequence, itself included. */
  public Page around(SessionKey session, long seq, int limit) {
    Page older = before(session, seq, limit / 2);
    Page newer = after(session, Math.max(seq, 1) - 1, limit - older.events().size());
    List<Stored> events = new ArrayList<>(older.events());
    events.addAll(newer.events());
    return new Page(events, older.hasBefore(), newer.hasAfter());
  }

  /** One event. */
  public Optional<Stored> find(SessionKey session, long seq) {
    return Optional.ofNullable(store(session).get(key(session, seq)))
        .map(value -> new Stored(seq, value));
  }

  /** Sequence of the newest event; 0 when there is none. */
  public long lastSeq(SessionKey session) {
    List<Stored> newest = down(session, Long.MAX_VALUE, 1);
    return newest.isEmpty() ? 0 : newest.getFirst().seq();
  }

  /**
   * Waits until a sequence that the reader has seen is here.
   *
   * @throws NotReadyException when it does not come in time
   */
  public void await(SessionKey session, long minSeq) {
    long end = System.nanoTime() + config.minSeqTimeout().toNanos();
    while (minSeq > 0 && lastSeq(session) < minSeq) {
      if (System.nanoTime() - end > 0) {
        throw new NotReadyException("the history of " + session + " to reach seq " + minSeq, null);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private boolean has(SessionKey session, long fromSeq) {
    return !up(session, fromSeq, 1).isEmpty();
  }

  private List<Stored> up(SessionKey session, long fromSeq, int limit) {
    try (KeyValueIterator<Bytes, byte[]> rows =
        store(session).range(key(session, fromSeq), key(session, Long.MAX_VALUE))) {
      return take(rows, limit);
    }
  }

  private List<Stored> down(SessionKey session, long fromSeq, int limit) {
    try (KeyValueIterator<Bytes, byte[]> rows =
        store(session).reverseRange(key(session, 0), key(session, fromSeq))) {
      return take(rows, limit);
    }
  }

  private static List<Stored> take(KeyValueIterator<Bytes, byte[]> rows, int limit) {
    List<Stored> taken = new ArrayList<>(Math.min(limit, 64));
    while (taken.size() < limit && rows.hasNext()) {
      KeyValue<Bytes, byte[]> row = rows.next();
      String key = new String(row.key.get(), UTF_8);
      taken.add(new Stored(Long.parseLong(key.substring(key.lastIndexOf('/') + 1)), row.value));
    }
    return taken;
  }

  private ReadOnlyKeyValueStore<Bytes, byte[]> store(SessionKey session) {
    return stores.store(HistoryTopology.EVENTS, session.partition(stores.partitions()));
  }

  private static Bytes key(SessionKey session, long seq) {
    return Bytes.wrap(session.eventKey(seq).getBytes(UTF_8));
  }
}
