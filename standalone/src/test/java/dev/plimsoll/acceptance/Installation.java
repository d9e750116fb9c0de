/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.standalone.Addresses;
import dev.plimsoll.standalone.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An installation of its own: a data directory, a port, and the process of {@code up} on them.
 *
 * <pre>
 *   (new) ──start──► running ──stop or kill──► stopped ──start──► running ...
 * </pre>
 */
final class Installation implements AutoCloseable {
  /** Tenant of the administrator's key. */
  static final String TENANT = "default";

  /** Partitions of everything that is keyed by session. */
  static final int PARTITIONS = 6;

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int STOP_SECONDS = 60;
  private static final String READY = "Plimsoll is ready: ";

  private final Path data;
  private final Path output;
  private final int port = TestPorts.pick();
  private @Nullable Process process;

  private Installation(Path parent) {
    this.data = parent.resolve("data");
    this.output = parent.resolve("output.txt");
  }

  /** Starts one on an empty data directory below a directory, and waits until it is ready. */
  static Installation startedIn(Path parent) throws IOException {
    Installation installation = new Installation(parent);
    installation.start();
    return installation;
  }

  /** Starts it on the same directory and port as before, and waits until it is ready. */
  void start() throws IOException {
    Files.deleteIfExists(output);
    process =
        PackagedApp.server(data, port)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      awaitReady();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private void awaitReady() {
    await()
        .atMost(START)
        .pollInterval(POLL)
        .until(() -> !running().isAlive() || readyLine().isPresent());
    if (readyLine().isEmpty()) {
      throw new IllegalStateException("Expected it to start, but it said: " + output());
    }
    Api api = new Api(address(), null);
    await()
        .atMost(START)
        .pollInterval(POLL)
        .until(() -> api.get("/q/health/ready").status() == 200);
  }

  /** Ends all of its processes at once, as {@code kill -9} does. */
  void kill() {
    List<ProcessHandle> all = processes().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(killed -> killed.onExit().join());
  }

  /** Asks it to stop, as SIGTERM does, and waits for its end. */
  void stop() throws InterruptedException {
    running().destroy();
    if (!running().waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Expected it to stop, but it runs: " + output());
    }
  }

  /** The process, and the registry that it started. */
  Stream<ProcessHandle> processes() {
    ProcessHandle server = running().toHandle();
    return Stream.concat(server.descendants(), Stream.of(server));
  }

  /** The data directory. */
  Path data() {
    return data;
  }

  int port() {
    return port;
  }

  /** Base address of the API and the page. */
  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The page's address with its one-time token, as printed at the start. */
  String pageAddress() {
    return readyLine().orElseThrow();
  }

  /** What it printed since its start. */
  String output() {
    try {
      return Files.readString(output, UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The administrator's key. */
  String adminKey() throws IOException {
    return Files.readString(data.resolve("admin.key"), UTF_8).strip();
  }

  /** The API with the administrator's key. */
  Api api() throws IOException {
    return api(adminKey());
  }

  /** The API with some key, or without one. */
  Api api(@Nullable String key) {
    return new Api(address(), key);
  }

  /** Its broker. */
  BrokerClient broker() throws IOException {
    String secret = Files.readString(data.resolve("secrets/broker-services"), UTF_8).strip();
    return new BrokerClient(addresses().kafka(), secret);
  }

  /** Where it is to be reached, as client commands learn it. */
  Addresses addresses() {
    return Addresses.read(data).orElseThrow();
  }

  /** Runs a client command against it. */
  CommandLineRun run(String... arguments) throws IOException, InterruptedException {
    return CommandLineRun.of(
        Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
            .toArray(String[]::new));
  }

  /** The partition of a session of the administrator's tenant. */
  static int partitionOf(String session) {
    return new SessionKey(TENANT, session).partition(PARTITIONS);
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException("Expected a started installation, but it is not");
    }
    return process;
  }

  private Optional<String> readyLine() {
    return output()
        .lines()
        .filter(line -> line.startsWith(READY))
        .map(line -> line.substring(READY.length()).strip())
        .findFirst();
  }
}
