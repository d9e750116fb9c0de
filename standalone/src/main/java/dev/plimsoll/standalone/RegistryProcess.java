/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry as a child process on the loopback address, which keeps its schemas in a
 * topic of the broker. Started again when it dies, on the same port.
 *
 * <p>It has no state of its own: what it acknowledged is in the broker, so it is stopped by a kill.
 *
 * <pre>
 *          ┌──────────── died ────────────┐
 *          ▼                              │
 * start ─► pause (0, 0.2 s .. 10 s) ─► running ──► close
 * </pre>
 */
public final class RegistryProcess implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(RegistryProcess.class.getName());
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** One that ran this long was fine: the next pause is short again. */
  private static final Duration LONG_LIFE = Duration.ofMinutes(1);

  private final RegistrySettings settings;
  private final RegistryProgram program;
  private final List<String> command;
  private final RegistryHealth health;
  private final Thread keeper;
  private volatile @Nullable GuardedChild child;
  private volatile boolean closed;

  private RegistryProcess(RegistryProgram program, List<String> command) {
    this.settings = program.settings();
    this.program = program;
    this.command = command;
    this.health = new RegistryHealth(settings.managementPort());
    this.keeper = new Thread(this::keepRunning, "registry-keeper");
    this.keeper.setDaemon(true);
  }

  /**
   * Starts the registry and returns at once; the broker may come up after it.
   *
   * @param data where its settings, process id and log go
   * @param application the directory of the unpacked registry
   * @param bootstrap the broker's address
   * @param clientProperties the security settings of a Kafka client; they reach the child through a
   *     file that only its owner can read
   * @throws StandaloneException if the unpacked registry is missing, or a file cannot be written
   */
  public static RegistryProcess start(
      DataDirectory data,
      Path application,
      String bootstrap,
      Map<String, String> clientProperties) {
    RegistryApplication unpacked = new RegistryApplication(application.toAbsolutePath());
    RegistryProgram program =
        new RegistryProgram(
            RegistrySettings.onFreePorts(data, bootstrap, clientProperties), unpacked);
    try {
      GuardedChild.killLeftOver(program.pidFile(), program.marker());
      RegistryProcess registry = new RegistryProcess(program, program.prepare());
      registry.keeper.start();
      return registry;
    } catch (IOException e) {
      throw new StandaloneException(
          "Expected to start the schema registry in %s, but it failed: %s. Check the disk."
              .formatted(data.registry(), StandaloneException.rootMessage(e)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StandaloneException(
          "Expected to start the schema registry, but was interrupted.", e);
    }
  }

  /** Returns the base address of its API in the Confluent protocol; the same after a restart. */
  public String url() {
    return "http://%s:%d/apis/ccompat/v7".formatted(BrokerSettings.HOST, settings.port());
  }

  /**
   * Asks the registry whether it has read all its schemas and answers. Takes milliseconds, 4 s at
   * most.
   */
  public boolean isReady() {
    GuardedChild running = child;
    return running != null && running.isAlive() && health.isReady();
  }

  /**
   * Waits until the registry is ready.
   *
   * @throws StandaloneException if it is not within that time, or the thread is interrupted
   */
  public void awaitReady(Duration atMost) {
    boolean ready;
    try {
      ready = health.await(atMost, () -> !closed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ready = false;
    }
    if (!ready) {
      throw new StandaloneException(
          "Expected the schema registry to be ready within %d s, but it is not. See %s and %s."
              .formatted(atMost.toSeconds(), settings.logFile(), program.outputFile()));
    }
  }

  /** Returns the running registry's own process, if there is one: for measuring and for tests. */
  public Optional<ProcessHandle> process() {
    try {
      return GuardedChild.find(program.pidFile(), program.marker());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Stops the registry; nothing of it is left when this returns. */
  @Override
  public void close() {
    closed = true;
    keeper.interrupt();
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepRunning() {
    Duration pause = SHORTEST_PAUSE;
    while (!closed) {
      long begin = System.nanoTime();
      try {
        runOnce();
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "The schema registry could not be started.", e);
      } catch (InterruptedException e) {
        continue; // closed
      }
      boolean livedLong = System.nanoTime() - begin > LONG_LIFE.toNanos();
      pause = livedLong ? SHORTEST_PAUSE : pause;
      if (!closed && pause(pause)) {
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
  }

  private void runOnce() throws IOException, InterruptedException {
    GuardedChild.killLeftOver(program.pidFile(), program.marker());
    GuardedChild running =
        GuardedChild.start(command, program.directory(), program.pidFile(), program.outputFile());
    child = running;
    try {
      int status = running.await();
      LOG.log(
          System.Logger.Level.WARNING,
          "Expected the schema registry to run, but it ended with status {0}; it is started again. See {1}.",
          status,
          settings.logFile());
    } finally {
      running.kill();
    }
  }

  /** Returns false if the thread was interrupted meanwhile. */
  private static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
