/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import java.nio.file.Path;
import java.util.List;

/** Where the driver begins. The launcher says where it is itself: it starts the servers. */
public final class BenchMain {
  private BenchMain() {}

  /** Runs the benches; exit code 0 fine, 1 a bench could not run, 2 nothing could. */
  public static void main(String... args) {
    Path home = Path.of(System.getProperty("plimsoll.home", "."));
    System.exit(BenchCommand.run(List.of(home.resolve("plimsoll").toString()), args));
  }
}
