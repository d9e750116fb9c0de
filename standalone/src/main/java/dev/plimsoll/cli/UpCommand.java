/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import dev.plimsoll.standalone.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything in this process. */
@Command(name = "up", description = "Start everything on 127.0.0.1; stops on SIGTERM or Ctrl-C.")
final class UpCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "Port of the page and the API (default: ${DEFAULT-VALUE}).")
  int port;

  @Mixin LocalData data = new LocalData();

  @Override
  public Integer call() {
    if (port < 1 || port > MAX_PORT) {
      throw new CliException("Expected --port 1-65535, but got " + port + ".");
    }
    return Stack.run(data.directory(), port);
  }
}
