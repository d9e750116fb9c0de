/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.stream;

import dev.plimsoll.domain.session.SessionSnapshot;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.schemas.session.state.SessionHeader;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.session.SessionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Reads sessions out of the running topology's stores. */
@ApplicationScoped
public class SessionReader {
  private static final long POLL_NANOS = 2_000_000;

  private final SessionStreams streams;
  private final SessionConfig config;

  SessionReader(SessionStreams streams, SessionConfig config) {
    this.streams = streams;
    this.config = config;
  }

  /**
   * A session's state at one sequence; empty when there is none.
   *
   * @param minSeq a sequence that the reader has seen: the state is not older
   * @throws NotReadyException when the state does not get there in time
   */
  public Optional<SessionSnapshot> read(SessionKey key, long minSeq) {
    StoreRows rows = streams.state(key.partition(streams.partitions()));
    await(key, rows, minSeq);
    return SessionSnapshot.read(key, rows);
  }

  private void await(SessionKey key, StoreRows rows, long minSeq) {
    long end = System.nanoTime() + config.minSeqTimeout().toNanos();
    while (minSeq > 0 && lastSeq(key, rows) < minSeq) {
      if (System.nanoTime() - end > 0) {
        throw new NotReadyException("session " + key + " to reach seq " + minSeq, null);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static long lastSeq(SessionKey key, StoreRows rows) {
    return SessionSnapshot.readHeader(key, rows).map(SessionHeader::getLastSeq).orElse(0L);
  }
}
