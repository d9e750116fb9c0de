/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One Streams application of this process, from start to stop.
 *
 * <pre>
 *   new ──start──► RESTORING ──all tasks run──► RUNNING ──rebalance──► RESTORING
 *                      └────────── close ──────────┴──────► STOPPED
 * </pre>
 *
 * A stream thread that fails is replaced, after a pause that grows with each failure in a row: its
 * transaction is aborted and its records are processed again.
 */
public final class StreamsRuntime implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(StreamsRuntime.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final int MAX_DOUBLINGS = 7;

  private final String name;
  private final KafkaStreams streams;
  private final AtomicInteger failuresInARow = new AtomicInteger();

  /** Prepares an application; nothing runs before {@link #start}. */
  public StreamsRuntime(String name, Topology topology, Properties settings) {
    this.name = name;
    this.streams = new KafkaStreams(topology, settings);
    streams.setUncaughtExceptionHandler(this::onFailure);
    streams.setStateListener((now, before) -> onState(now));
  }

  /** The application's name, as health and logs show it. */
  public String name() {
    return name;
  }

  /** Starts the stream threads and returns. */
  public void start() {
    streams.start();
  }

  /** Whether every task of this instance runs, none restores, and queries are answered. */
  public boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /** What the application is doing, in Kafka's words. */
  public String state() {
    return streams.state().name();
  }

  /** The metrics of the application's clients and stores. */
  public KafkaStreams streams() {
    return streams;
  }

  /**
   * One partition of a store, for reading.
   *
   * @throws NotReadyException while it is not here: another instance owns it, or it is restoring
   */
  public <K, V> ReadOnlyKeyValueStore<K, V> store(String store, int partition) {
    try {
      return streams.store(
          StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<K, V>keyValueStore())
              .withPartition(partition));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw new NotReadyException(name, e);
    }
  }

  /** Stops, and leaves the group so that no one waits for this instance. */
  @Override
  public void close() {
    streams.close(
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  private void onState(KafkaStreams.State now) {
    if (now == KafkaStreams.State.RUNNING) {
      failuresInARow.set(0);
    }
    LOG.infof("%s is %s", name, now);
  }

  private StreamThreadExceptionResponse onFailure(@Nullable Throwable failure) {
    int failures = failuresInARow.getAndIncrement();
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
    LOG.errorf(failure, "A thread of %s failed; another takes its place in %s", name, pause);
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
