/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the running instance of a data directory is to be reached; kept in {@code
 * DIR/addresses.properties} for client commands.
 *
 * @param http base address of the API and the page
 * @param kafka bootstrap server
 * @param registry base address of the schema registry, Confluent protocol
 */
public record Addresses(String http, String kafka, String registry) {
  private static final String FILE = "addresses.properties";

  /** The addresses of a directory's instance, if it has ever run. */
  public static Optional<Addresses> read(Path directory) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new PrivateFile(directory.resolve(FILE)).read()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    String http = properties.getProperty("http");
    return http == null
        ? Optional.empty()
        : Optional.of(
            new Addresses(
                http, properties.getProperty("kafka", ""), properties.getProperty("registry", "")));
  }

  void write(Path directory) throws IOException {
    new PrivateFile(directory.resolve(FILE))
        .write("http=%s%nkafka=%s%nregistry=%s".formatted(http, kafka, registry));
  }
}
