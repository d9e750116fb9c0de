/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the schema registry is started: its files in the data directory, and its command line. The
 * command line holds no secret, since every user of the machine can read it.
 *
 * @param settings its settings
 * @param application the unpacked registry
 */
record RegistryProgram(RegistrySettings settings, RegistryApplication application) {

  /** Measured: it starts with 96 MB of heap, and is no faster with 160. */
  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xms32m",
          "-Xmx128m",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED",
          "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

  /** Returns the argument by which a running registry of this data directory is known. */
  String marker() {
    return "-Dplimsoll.registry=" + directory();
  }

  Path directory() {
    return settings.data().registry();
  }

  Path pidFile() {
    return directory().resolve("pid");
  }

  /** Returns the file that gets what the JVM itself prints. */
  Path outputFile() {
    return settings.data().logs().resolve("registry.out");
  }

  /** Writes the files that the program reads, and returns its command line. */
  List<String> prepare() throws IOException {
    Path config = Files.createDirectories(directory().resolve("config"));
    new PrivateFile(config.resolve("application.properties")).write(settings.toText());
    Path temporary = Files.createDirectories(directory().resolve("tmp"));
    Path classPath = directory().resolve("class-path.args");
    Files.writeString(
        classPath, "-cp \"%s\"%n".formatted(application.classPath().replace("\\", "\\\\")));
    List<String> command = new ArrayList<>(List.of(GuardedChild.javaProgram(), marker()));
    command.addAll(JVM_FLAGS);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-XX:ErrorFile=" + settings.data().logs().resolve("registry-crash.log"));
    command.add("@" + classPath);
    command.add(RegistryApplication.MAIN_CLASS);
    return List.copyOf(command);
  }
}
