/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.verify;

import dev.plimsoll.domain.session.SessionFold;
import dev.plimsoll.domain.session.SessionRowKeys;
import dev.plimsoll.domain.session.SessionRows;
import dev.plimsoll.domain.session.SessionSnapshot;
import dev.plimsoll.domain.session.SessionState;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.session.state.SessionHeader;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Folds the events of one partition again and compares every session with its stored state, while
 * traffic goes on.
 *
 * <pre>
 *   fold to the end as it was at the start, and on to the first event of every stored session
 *     ► per session: take the stored state (seq S)
 *         folded at S already      ► compare
 *         folded below S           ► fold on, compare when S is reached
 * </pre>
 *
 * A stored state is never behind the committed events, so what is not reached in time is a
 * difference too.
 */
final class Verification {
  private static final Duration POLL = Duration.ofMillis(100);

  private final TopicPartition partition;
  private final Consumer<byte[], byte[]> consumer;
  private final AvroSerde<SpecificRecord> serde;
  private final SessionRows stored;
  private final SessionRows folded;
  private final Patience patience;
  private final Progress progress;
  private final Set<SessionKey> seen = new HashSet<>();
  private final Map<SessionKey, SessionSnapshot> waiting = new HashMap<>();

  /**
   * How long what is stored may be ahead of the events that can be read.
   *
   * @param catchUp until the events reach every stored state that was seen
   * @param commit until the first event of a session that is stored can be read
   */
  record Patience(Duration catchUp, Duration commit) {}

  Verification(
      int partition,
      Consumer<byte[], byte[]> consumer,
      AvroSerde<SpecificRecord> serde,
      SessionRows stored,
      SessionRows folded,
      Patience patience,
      Progress progress) {
    this.partition = new TopicPartition(Topics.SESSION_EVENTS.name(), partition);
    this.consumer = consumer;
    this.serde = serde;
    this.stored = stored;
    this.folded = folded;
    this.patience = patience;
    this.progress = progress;
  }

  /** Runs to the end. */
  void run() {
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(this::fold);
    }
    findStrangers();
    Set.copyOf(seen).forEach(this::take);
    long deadline = System.nanoTime() + patience.catchUp().toNanos();
    while (!waiting.isEmpty() && System.nanoTime() - deadline < 0) {
      consumer.poll(POLL).forEach(this::fold);
    }
    waiting.forEach((session, state) ->
        progress.differs(
            session,
            state.header().getLastSeq(),
            "Expected events up to the stored seq, but the last is "
                + SessionState.load(session, folded).lastSeq()));
  }

  private void fold(ConsumerRecord<byte[], byte[]> record) {
    SpecificRecord event = serde.deserializer().deserialize(record.topic(), record.value());
    if (event == null) {
      return;
    }
    SessionKey session =
        SessionKey.parse(new String(record.key(), StandardCharsets.UTF_8)).orElseThrow();
    SessionState state = SessionState.load(session, folded);
    SessionFold.TABLE.apply(state, event);
    long seq = state.lastSeq();
    state.commit();
    seen.add(session);
    progress.read();
    SessionSnapshot awaited = waiting.get(session);
    if (awaited != null && awaited.header().getLastSeq() == seq) {
      waiting.remove(session);
      compare(session, awaited);
    }
  }

  private void take(SessionKey session) {
    SessionSnapshot now = SessionSnapshot.read(session, stored.state()).orElse(null);
    long foldedSeq = SessionState.load(session, folded).lastSeq();
    if (now == null) {
      progress.differs(session, foldedSeq, "Expected a stored state, but there is none");
    } else if (now.header().getLastSeq() > foldedSeq) {
      waiting.put(session, now);
    } else {
      compare(session, now);
    }
  }

  private void compare(SessionKey session, SessionSnapshot now) {
    SessionSnapshot again = SessionSnapshot.read(session, folded.state()).orElseThrow();
    SessionComparison.differenceOfState(now, again)
        .or(() -> SessionComparison.differenceOfAcceptances(session, stored.acceptances(), folded))
        .ifPresent(what -> progress.differs(session, now.header().getLastSeq(), what));
    progress.compared();
  }

  /** Sessions that are stored although no event ever named them. */
  private void findStrangers() {
    Set<SessionKey> strangers = new HashSet<>();
    stored
        .state()
        .scan(
            new byte[0],
            new byte[] {(byte) 0xff},
            (key, value) -> {
              SessionKey session = SessionRowKeys.sessionOf(key);
              if (SessionRowKeys.seqOf(key) == 0 && !seen.contains(session)) {
                strangers.add(session);
              }
              return true;
            });
    for (SessionKey session : strangers) {
      long seq =
          SessionSnapshot.readHeader(session, stored.state())
              .map(SessionHeader::getLastSeq)
              .orElse(0L);
      if (!appearsInTheMeantime(session)) {
        progress.differs(session, seq, "Expected events of a stored session, but there are none");
      }
    }
  }

  /** A session of this moment is stored before its events are committed. */
  private boolean appearsInTheMeantime(SessionKey session) {
    long deadline = System.nanoTime() + patience.commit().toNanos();
    while (!seen.contains(session) && System.nanoTime() - deadline < 0) {
      consumer.poll(POLL).forEach(this::fold);
    }
    return seen.contains(session);
  }
}
