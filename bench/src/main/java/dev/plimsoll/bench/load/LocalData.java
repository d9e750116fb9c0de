/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A data directory, as its user may read it: addresses, the key, the broker's password, process
 * ids.
 *
 * @param directory of a running installation
 */
public record LocalData(Path directory) {

  /** Base address of the API. */
  public String http() {
    return address("http");
  }

  /** Base address of the registry. */
  public String registry() {
    return address("registry");
  }

  /** The administrator's key. */
  public String key() {
    return read(directory.resolve("admin.key"));
  }

  /** What a Kafka client needs: the bootstrap server and the login of the services. */
  public Map<String, Object> kafka() {
    return Map.of(
        "bootstrap.servers",
        address("kafka"),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"plimsoll\" password=\"%s\";"
            .formatted(read(directory.resolve("secrets/broker-services"))));
  }

  /** The process that holds the directory. */
  public ProcessHandle server() {
    return process(directory.resolve("lock"))
        .orElseThrow(() ->
            new BenchException(
                "Expected a server to run on %s, but none does. Start it with ./plimsoll up --data %s"
                    .formatted(directory, directory)));
  }

  /** The registry beside it: the largest of the server's descendants, a Java program. */
  public Optional<ProcessHandle> registryProcess() {
    return server()
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .findFirst();
  }

  private Optional<ProcessHandle> process(Path file) {
    return Optional.of(read(file))
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .flatMap(ProcessHandle::of);
  }

  private String address(String name) {
    Properties addresses = new Properties();
    try (Reader reader = Files.newBufferedReader(directory.resolve("addresses.properties"))) {
      addresses.load(reader);
    } catch (IOException e) {
      throw unreadable("addresses.properties", e);
    }
    return addresses.getProperty(name, "");
  }

  private String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw unreadable(String.valueOf(file.getFileName()), e);
    }
  }

  private BenchException unreadable(String file, IOException cause) {
    return new BenchException(
        "Expected the data directory of a running server, but %s has no readable %s. See --data."
            .formatted(directory, file),
        cause);
  }
}
