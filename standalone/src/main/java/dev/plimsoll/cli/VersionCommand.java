/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which version this is. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand implements Runnable {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  CommandSpec spec;

  @Override
  public void run() {
    String version =
        Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
            .orElse("of a build without a version");
    spec.commandLine().getOut().printf("plimsoll %s (Java %s)%n", version, Runtime.version());
  }
}
