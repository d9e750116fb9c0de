/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import dev.plimsoll.schemas.serde.DecodingLimits;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** Where the process begins. */
@QuarkusMain
public final class PlimsollMain {
  private PlimsollMain() {}

  /** Runs a command; the exit code is 0 for fine, 1 for found something, 2 for could not run. */
  public static void main(String... args) {
    DecodingLimits.apply();
    CommandLine commandLine =
        new CommandLine(new PlimsollCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(new OneLineErrors());
    System.exit(commandLine.execute(args));
  }
}
