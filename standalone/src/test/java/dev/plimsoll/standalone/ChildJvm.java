/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process on the class path of the tests, to be killed by them. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static ChildJvm start(Class<?> main, Path directory) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                GuardedChild.javaProgram(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dplimsoll.registry.application="
                    + System.getProperty("plimsoll.registry.application", ""),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                directory.toString()));
    return new ChildJvm(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Returns what follows the key on the first line that starts with it. */
  String await(String key) throws IOException {
    List<String> seen = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(key)) {
        return line.substring(key.length()).strip();
      }
      seen.add(line);
    }
    throw new IOException("no line " + key + " in:\n" + String.join("\n", seen));
  }

  /** Ends it as {@code kill -9} does, and waits for that. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int awaitExit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Expected process " + process.pid() + " to end.");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
