/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import dev.plimsoll.standalone.Addresses;
import dev.plimsoll.standalone.PrivateFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server a client command talks to, and as whom: by default the local one. */
final class ServerOptions {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Server (default: PLIMSOLL_SERVER, or the local one).")
  @Nullable String server;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "API key (default: PLIMSOLL_KEY, or the local server's admin key).")
  @Nullable String key;

  @Option(names = "--json", description = "Print a report that a program can read.")
  boolean json;

  @Mixin LocalData data = new LocalData();

  ServerClient client() {
    return new ServerClient(address(), key());
  }

  URI address() {
    String address =
        Optional.ofNullable(server)
            .or(() -> Optional.ofNullable(System.getenv("PLIMSOLL_SERVER")))
            .or(() -> Addresses.read(data.directory()).map(Addresses::http))
            .orElse("http://127.0.0.1:8080");
    try {
      URI uri =
          URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
      if (uri.getScheme() != null && uri.getScheme().startsWith("http") && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw new CliException("Expected --server http://HOST:PORT, but got " + address + ".");
  }

  private String key() {
    return Optional.ofNullable(key)
        .or(() -> Optional.ofNullable(System.getenv("PLIMSOLL_KEY")))
        .orElseGet(this::localKey);
  }

  private String localKey() {
    Path file = data.directory().resolve("admin.key");
    try {
      return new PrivateFile(file).read();
    } catch (IOException e) {
      throw new CliException(
          "Expected an API key, but there is none at %s. Start the server with ./plimsoll up, or give --key."
              .formatted(file));
    }
  }
}
