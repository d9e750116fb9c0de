/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that the benches start for themselves as a child, and stop. */
public final class Installation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration TO_STOP = Duration.ofSeconds(30);
  private static final long POLL_NANOS = 50_000_000;

  private final Process process;
  private final Thread onExit;
  private final LocalData data;
  private final Duration startup;

  private Installation(Process process, Thread onExit, LocalData data, Duration startup) {
    this.process = process;
    this.onExit = onExit;
    this.data = data;
    this.startup = startup;
  }

  /**
   * Starts a server and waits until it is ready.
   *
   * @param launcher the program and its first arguments; {@code up --port ... --data ...} follow
   * @param directory its data directory, empty or one of an earlier start
   */
  public static Installation start(List<String> launcher, Path directory) {
    int port = freePort();
    File output = directory.resolveSibling(directory.getFileName() + ".log").toFile();
    List<String> command = new ArrayList<>(launcher);
    command.addAll(List.of("up", "--port", Integer.toString(port), "--data", directory.toString()));
    try {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
      Thread onExit = Thread.ofPlatform().unstarted(process::destroy);
      Runtime.getRuntime().addShutdownHook(onExit);
      awaitReady(process, port, output);
      Duration startup = Duration.ofNanos(System.nanoTime() - start);
      return new Installation(process, onExit, new LocalData(directory), startup);
    } catch (IOException e) {
      throw new BenchException("Expected to start " + command.getFirst() + ", but: " + e, e);
    }
  }

  /** Its data directory. */
  public LocalData data() {
    return data;
  }

  /** From the command to readiness. */
  public Duration startup() {
    return startup;
  }

  /** Stops it as its user would, and waits for its end. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(onExit);
    process.destroy();
    try {
      if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitReady(Process process, int port, File output) {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady(http, ready)) {
      if (!process.isAlive() || System.nanoTime() - end > 0) {
        process.destroy();
        throw new BenchException(
            "Expected a server to become ready in %s, but it did not; what it said is in %s"
                .formatted(PATIENCE, output));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static boolean isReady(HttpClient http, HttpRequest ready) {
    try {
      return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // it does not listen yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Expected a server to start, but was interrupted", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
