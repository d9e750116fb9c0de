/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process of this machine uses.
 *
 * @param handle the process
 */
public record ServerProcess(ProcessHandle handle) {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Busier than this share of a processor is not quiet. */
  private static final double QUIET = 0.15;

  private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern HEAP = Pattern.compile("used (\\d+)K");

  /** Processor time so far. */
  public Duration cpu() {
    return handle.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Waits until the process has worked off what earlier runs left it; a while at most. */
  public void awaitQuiet() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Duration before;
    Duration after = cpu();
    do {
      before = after;
      LockSupport.parkNanos(LOOK.toNanos());
      after = cpu();
    } while (after.minus(before).toNanos() > QUIET * LOOK.toNanos() && System.nanoTime() < end);
  }

  /** Memory that it holds, in MiB; empty where the system does not tell. */
  public OptionalDouble residentMib() {
    try {
      return kibIn(RSS, Files.readString(Path.of("/proc/" + handle.pid() + "/status")));
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  /** Heap in use after a full collection, in MiB; empty where the JDK's tool is not at hand. */
  public OptionalDouble heapMib() {
    return jcmd("GC.run").isPresent()
        ? jcmd("GC.heap_info").map(text -> kibIn(HEAP, text)).orElse(OptionalDouble.empty())
        : OptionalDouble.empty();
  }

  private Optional<String> jcmd(String command) {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(tool.toString(), Long.toString(handle.pid()), command)
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static OptionalDouble kibIn(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? OptionalDouble.of(Long.parseLong(matcher.group(1)) / 1024.0)
        : OptionalDouble.empty();
  }
}
