/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a suite ran. A busy machine makes absolute values useless and leaves ratios usable, so a
 * report says how busy it was.
 *
 * @param processors that this process may use
 * @param java version of the driver's virtual machine
 * @param loadBefore load averages of 1, 5 and 15 minutes before the suite; empty where the system
 *     does not tell
 * @param loadAfter the same after the suite, its own load included
 */
public record Machine(int processors, String java, String loadBefore, String loadAfter) {

  static Machine now(String loadBefore) {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        loadBefore,
        load());
  }

  static String load() {
    try {
      String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
      return String.join(" ", fields[0], fields[1], fields[2]);
    } catch (IOException e) {
      return ""; // not Linux
    }
  }
}
