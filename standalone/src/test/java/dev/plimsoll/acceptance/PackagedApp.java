/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged application, run as the launcher runs it. */
final class PackagedApp {
  private static final List<String> SERVER_FLAGS =
      List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");
  private static final List<String> CLIENT_FLAGS =
      List.of(
          "-Xmx256m",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED");

  /** From this version on Java warns of what Kafka and Netty use, unless told not to. */
  private static final int JAVA_THAT_WARNS_OF_UNSAFE = 23;

  private PackagedApp() {}

  /** A process of {@code up}. */
  static ProcessBuilder server(Path directory, int port) {
    return process(
        SERVER_FLAGS,
        List.of("up", "--data", directory.toString(), "--port", Integer.toString(port)));
  }

  /** A process of any other command. */
  static ProcessBuilder client(List<String> arguments) {
    return process(CLIENT_FLAGS, arguments);
  }

  /** The project's root. */
  static Path root() {
    return Path.of(System.getProperty("plimsoll.root")).toAbsolutePath().normalize();
  }

  private static ProcessBuilder process(List<String> flags, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= JAVA_THAT_WARNS_OF_UNSAFE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(flags);
    Path target = root().resolve("standalone/target");
    command.add("-Dplimsoll.home=" + root());
    command.add("-Dplimsoll.registry.application=" + target.resolve("apicurio"));
    command.add("-jar");
    command.add(target.resolve("quarkus-app/quarkus-run.jar").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(new File(target.toString()));
    builder.environment().keySet().removeIf(name -> name.startsWith("PLIMSOLL_"));
    return builder;
  }
}
