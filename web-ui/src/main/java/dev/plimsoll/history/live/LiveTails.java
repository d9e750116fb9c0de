/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.live;

import dev.plimsoll.history.HistoryConfig;
import dev.plimsoll.history.stream.History;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.schemas.topics.SessionKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** All live streams of this instance; one clock serves them all. */
@ApplicationScoped
public class LiveTails {
  private static final Logger LOG = Logger.getLogger(LiveTails.class);

  private final History history;
  private final LiveSignals signals;
  private final HistoryConfig config;
  private final Set<LiveTail> tails = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("live-tails").factory());

  LiveTails(History history, LiveSignals signals, HistoryConfig config, MeterRegistry metrics) {
    this.history = history;
    this.signals = signals;
    this.config = config;
    metrics.gauge("plimsoll.live.streams", tails, Set::size);
    long period = config.liveBatch().toMillis();
    clock.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
  }

  /**
   * The events of a session above a sequence, those to come included, in batches.
   *
   * @throws NotReadyException when there are too many streams already
   */
  public Multi<LiveBatch> follow(SessionKey session, long after) {
    if (tails.size() >= config.maxStreams()) {
      throw new NotReadyException("a place among " + config.maxStreams() + " streams", null);
    }
    return Multi.createFrom()
        .emitter(
            emitter -> {
              LiveTail tail = new LiveTail(session, after, history, emitter, config.heartbeat());
              signals.add(session, tail);
              tails.add(tail);
              emitter.onTermination(() -> {
                signals.remove(session, tail);
                tails.remove(tail);
              });
            },
            BackPressureStrategy.BUFFER);
  }

  void onStop(@Observes ShutdownEvent event) {
    clock.shutdownNow();
  }

  private void tick() {
    for (LiveTail tail : tails) {
      try {
        tail.tick();
      } catch (RuntimeException e) {
        LOG.warn("Expected a live stream to go on, but it failed", e);
      }
    }
  }
}
