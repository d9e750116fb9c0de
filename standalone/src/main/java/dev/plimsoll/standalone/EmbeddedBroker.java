/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker and controller of one node inside this process, on the loopback address only.
 *
 * <p>The ports may change from start to start: the quorum has static voters, whose address is read
 * from the settings, and the broker registers its address anew each time. Acknowledged records
 * survive the death of the process (they are in the page cache), not the loss of power.
 *
 * <pre>
 * prepare ──► start ──► close        the address is known from prepare on
 *    └───────────────────► close
 * </pre>
 */
public final class EmbeddedBroker implements AutoCloseable {

  /** Asks for a port that is free now. */
  public static final int ANY_PORT = 0;

  private final Path directory;
  private final BrokerSettings settings;
  private @Nullable KafkaRaftServer server;

  private EmbeddedBroker(Path directory, BrokerSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  /** Prepares a broker on free ports; see {@link #prepare(DataDirectory, int, int)}. */
  public static EmbeddedBroker prepare(DataDirectory data) {
    return prepare(data, ANY_PORT, ANY_PORT);
  }

  /**
   * Chooses the ports and the secrets of a broker, so that its clients can be started beside it.
   * They find it as soon as it is up.
   *
   * @param data where its logs and its generated secrets lie; to be held open longer than the
   *     broker
   * @param clientPort the port for clients, or {@link #ANY_PORT}
   * @param controllerPort the port for the controller, or {@link #ANY_PORT}
   */
  public static EmbeddedBroker prepare(DataDirectory data, int clientPort, int controllerPort) {
    int client = clientPort == ANY_PORT ? FreePort.pick() : clientPort;
    int controller = controllerPort == ANY_PORT ? FreePort.pickOtherThan(client) : controllerPort;
    return new EmbeddedBroker(
        data.broker(),
        new BrokerSettings(
            data.broker().resolve("data"),
            client,
            controller,
            data.secret("broker-admin"),
            data.secret("broker-services")));
  }

  /**
   * Says what to do when the broker cannot go on, usually because its disk is full or gone. Kafka
   * itself would halt the process without a word on the terminal; now it halts after this call.
   * Holds for the whole process.
   *
   * @param tell gets one line; it must not wait for anything
   */
  public static void onFatalFailure(Consumer<String> tell) {
    Exit.Procedure halt =
        (status, message) -> {
          tell.accept(
              "Expected the broker to go on, but it failed for good%s. Check the free space of the disk and the log, then start again."
                  .formatted(message == null ? "" : ": " + message));
          Runtime.getRuntime().halt(status);
        };
    Exit.setHaltProcedure(halt);
    Exit.setExitProcedure(halt);
  }

  /**
   * Starts the broker and returns when it serves requests: about 2 s, and 3 s more after a kill,
   * while the controller waits for the end of the dead broker's session. Logs that were not closed
   * are recovered.
   *
   * @return this
   * @throws StandaloneException if it cannot start: a taken port, unreadable logs
   */
  public synchronized EmbeddedBroker start() {
    if (server != null) {
      throw new IllegalStateException("Expected a broker to be started once, but it was before.");
    }
    KafkaRaftServer starting = null;
    try {
      formatOnce();
      starting =
          new KafkaRaftServer(KafkaConfig.fromProps(settings.toProperties(), false), Time.SYSTEM);
      starting.startup();
      server = starting;
      return this;
    } catch (IOException | RuntimeException e) {
      shutDown(starting);
      throw new StandaloneException(
          "Expected the broker to start on ports %d and %d with %s, but it did not: %s. See the log."
              .formatted(
                  settings.clientPort(),
                  settings.controllerPort(),
                  directory,
                  StandaloneException.rootMessage(e)),
          e);
    }
  }

  /** Returns the address for {@code bootstrap.servers}. */
  public String bootstrap() {
    return BrokerSettings.HOST + ":" + settings.clientPort();
  }

  /** Returns the security settings a client needs: {@code security.protocol} and {@code sasl.*}. */
  public Map<String, String> clientProperties() {
    return settings.clientProperties();
  }

  /** Stops the broker and waits for it; the clients are to be closed before. */
  @Override
  public synchronized void close() {
    shutDown(server);
    server = null;
  }

  private static void shutDown(@Nullable KafkaRaftServer running) {
    if (running != null) {
      running.shutdown();
      running.awaitShutdown();
    }
  }

  private void formatOnce() throws IOException {
    if (Files.exists(settings.logs().resolve("meta.properties"))) {
      return;
    }
    Path file = directory.resolve("format.properties");
    new PrivateFile(file)
        .write(
            settings.toProperties().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n")));
    String[] command = {
      "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
    };
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
    Files.delete(file);
    if (status != 0) {
      throw new IOException(said.toString(StandardCharsets.UTF_8));
    }
  }
}
