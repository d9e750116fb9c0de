/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import dev.plimsoll.platform.security.KeySecret;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Everything of an installation in one process: the data directory, a broker, a registry beside it,
 * and all services. They start side by side; the services wait for the registry, and the registry
 * for the broker.
 */
public final class Stack implements AutoCloseable {
  private static final AtomicReference<@Nullable Stack> RUNNING = new AtomicReference<>();
  private static final String HOST = "127.0.0.1";

  private final DataDirectory data;
  private final EmbeddedBroker broker;
  private final RegistryProcess registry;
  private final Addresses addresses;

  private Stack(DataDirectory data, int port) throws IOException {
    this.data = data;
    this.broker = EmbeddedBroker.prepare(data);
    this.registry =
        RegistryProcess.start(
            data, registryApplication(), broker.bootstrap(), broker.clientProperties());
    this.addresses =
        new Addresses("http://" + HOST + ":" + port, broker.bootstrap(), registry.url());
  }

  /**
   * Runs until the process is asked to stop.
   *
   * @param directory the data directory
   * @param port of the page and the API, on the loopback address
   * @return the exit code
   * @throws StandaloneException and {@link DataDirectoryException} with one line that says why it
   *     cannot start
   */
  public static int run(Path directory, int port) {
    requireFree(port);
    DataDirectory data = DataDirectory.open(directory, DataFormat.fingerprint());
    try {
      EmbeddedBroker.onFatalFailure(line -> System.err.println("plimsoll: " + line));
      Stack stack = new Stack(data, port);
      RUNNING.set(stack);
      stack.configure(port);
      stack.startBroker();
    } catch (IOException e) {
      throw new StandaloneException(
          "Expected to write to %s, but it failed: %s. Check the disk."
              .formatted(directory, StandaloneException.rootMessage(e)),
          e);
    }
    System.out.println("Plimsoll is starting; its data is in " + directory);
    int[] exitCode = new int[1];
    Quarkus.run(
        null,
        (code, failure) -> {
          exitCode[0] = code;
          if (failure != null) {
            System.err.println("plimsoll: " + StandaloneException.rootMessage(failure));
          }
        });
    return exitCode[0];
  }

  /** The stack of this process, if it runs one. */
  static @Nullable Stack running() {
    return RUNNING.get();
  }

  /** Where it is to be reached. */
  Addresses addresses() {
    return addresses;
  }

  @Override
  public void close() {
    registry.close();
    broker.close();
    data.close();
  }

  /** Beside the services: they wait for it. */
  private void startBroker() {
    Thread.ofPlatform()
        .name("broker-start")
        .start(() -> {
          try {
            broker.start();
          } catch (StandaloneException e) {
            System.err.println("plimsoll: " + e.getMessage());
            Quarkus.asyncExit(2);
          }
        });
  }

  private void configure(int port) throws IOException {
    addresses.write(data.root());
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.http.port", Integer.toString(port));
    settings.put("quarkus.log.file.enabled", "true");
    settings.put("quarkus.log.file.path", data.logs().resolve("plimsoll.log").toString());
    settings.put("plimsoll.kafka.bootstrap-servers", broker.bootstrap());
    broker
        .clientProperties()
        .forEach((key, value) -> settings.put("plimsoll.kafka.client.\"" + key + "\"", value));
    settings.put("plimsoll.kafka.registry.\"schema.registry.url\"", registry.url());
    settings.put("plimsoll.kafka.state-dir", data.state().toString());
    settings.put("plimsoll.kafka.application-server", HOST + ":" + port);
    settings.put("plimsoll.kafka.instance-id", "standalone");
    settings.put("plimsoll.security.installation-key", adminKey());
    settings.put("plimsoll.security.page-secret", data.secret("page"));
    settings.forEach(System::setProperty);
  }

  private String adminKey() throws IOException {
    PrivateFile file = new PrivateFile(data.adminKeyFile());
    if (!Files.exists(file.path())) {
      file.write(KeySecret.generate().text());
    }
    return file.read();
  }

  private static Path registryApplication() {
    return Path.of(System.getProperty("plimsoll.registry.application", "apicurio"));
  }

  private static void requireFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
    } catch (IOException e) {
      throw new StandaloneException(
          "Expected port %d of %s to be free, but it is taken. Give another with --port."
              .formatted(port, HOST),
          e);
    }
  }
}
