/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process that never outlives this one, however this one ends.
 *
 * <p>A small shell stands between: it starts the program, and a guard in it reads from a pipe that
 * this process holds open. When this process ends, even by {@code kill -9}, the system closes the
 * pipe and the guard kills the program. Should the shell itself be killed, the program is found by
 * its process id file and by a marker among its arguments.
 *
 * <pre>
 * this process ──pipe──► sh ─┬─► the program      (waited for; its end is the shell's end)
 *                            └─► guard            (end of the pipe: kills the program)
 * </pre>
 */
final class GuardedChild {

  /**
   * The shell ignores the terminal's Ctrl-C, and so does the program after it: the order of a clean
   * stop is decided here. {@code $1} is the process id file, the rest is the program.
   */
  private static final String SCRIPT =
      """
      trap '' INT HUP
      file=$1; shift
      exec 3<&0 </dev/null
      "$@" 3<&- &
      program=$!
      echo "$program" > "$file"
      ( while read -r line <&3; do :; done; kill -9 "$program" ) &
      guard=$!
      wait "$program"
      status=$?
      kill "$guard" 2>/dev/null
      exit "$status"
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Process shell;

  private GuardedChild(Process shell) {
    this.shell = shell;
  }

  /**
   * Starts a program in a directory, with nothing of this process' environment but what programs
   * need, so that settings of this process do not become settings of the child.
   *
   * @param output gets what the program prints; overwritten
   */
  static GuardedChild start(List<String> program, Path directory, Path pidFile, Path output)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "sh", pidFile.toString()));
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ"));
    // fewer malloc arenas: less memory for a program with many threads
    environment.put("MALLOC_ARENA_MAX", "2");
    return new GuardedChild(builder.start());
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  /** Waits for the end of the program and returns its exit status. */
  int await() throws InterruptedException {
    return shell.waitFor();
  }

  /** Kills the program and waits for its end, for some seconds at most. */
  void kill() throws InterruptedException {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      // closed already: the shell has ended
    }
    if (!shell.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      shell.destroyForcibly();
    }
  }

  /**
   * Kills what an earlier start left behind, if there is anything: the process whose id is in the
   * file, provided that the marker is one of its arguments.
   */
  static void killLeftOver(Path pidFile, String marker) throws IOException, InterruptedException {
    Optional<ProcessHandle> leftOver = find(pidFile, marker);
    if (leftOver.isPresent()) {
      leftOver.get().destroyForcibly();
      try {
        leftOver.get().onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException(
            "Expected process %d of an earlier start to end, but it did not. Kill it by hand."
                .formatted(leftOver.get().pid()),
            e);
      }
    }
    Files.deleteIfExists(pidFile);
  }

  /** Returns the running program of a process id file, if the marker says that it is ours. */
  static Optional<ProcessHandle> find(Path pidFile, String marker) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    String text = Files.readString(pidFile).strip();
    if (!text.matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(text))
        .filter(
            process -> List.of(process.info().arguments().orElse(new String[0])).contains(marker));
  }

  static String javaProgram() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }
}
