/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.live;

import dev.plimsoll.history.stream.History;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.schemas.topics.SessionKey;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

/**
 * One live stream: a cursor over the history. It holds no events: a reader who is slow, or was
 * away, costs nothing and misses nothing, because what comes next is read from the history when the
 * reader is ready for it.
 */
final class LiveTail implements Runnable {
  private static final int BATCH = 50;

  private final SessionKey session;
  private final History history;
  private final MultiEmitter<? super LiveBatch> emitter;
  private final long heartbeatNanos;
  private final AtomicBoolean awake = new AtomicBoolean(true);
  private final AtomicBoolean busy = new AtomicBoolean();
  private long cursor;
  private long lastSent;

  LiveTail(
      SessionKey session,
      long after,
      History history,
      MultiEmitter<? super LiveBatch> emitter,
      Duration heartbeat) {
    this.session = session;
    this.cursor = after;
    this.history = history;
    this.emitter = emitter;
    this.heartbeatNanos = heartbeat.toNanos();
    this.lastSent =
        System.nanoTime() - heartbeatNanos - 1; // A reader hears at once that it is connected.
  }

  /** Wakes it: something is new. */
  @Override
  public void run() {
    awake.set(true);
  }

  /** Sends what is new, if the reader is ready; a heartbeat after a long silence. */
  void tick() {
    if (emitter.isCancelled() || emitter.requested() == 0 || !busy.compareAndSet(false, true)) {
      return;
    }
    try {
      LiveBatch batch = awake.compareAndSet(true, false) ? read() : null;
      if (batch != null) {
        send(batch);
      } else if (System.nanoTime() - lastSent > heartbeatNanos) {
        send(new LiveBatch(cursor, List.of()));
      }
    } catch (NotReadyException | InvalidStateStoreException e) {
      awake.set(true); // The history moves; the next tick tries again.
    } finally {
      busy.set(false);
    }
  }

  private @Nullable LiveBatch read() {
    History.Page page = history.after(session, cursor, BATCH);
    if (page.events().isEmpty()) {
      return null;
    }
    if (page.hasAfter()) {
      awake.set(true);
    }
    cursor = page.events().getLast().seq();
    return new LiveBatch(cursor, page.events());
  }

  private void send(LiveBatch batch) {
    lastSent = System.nanoTime();
    emitter.emit(batch);
  }
}
