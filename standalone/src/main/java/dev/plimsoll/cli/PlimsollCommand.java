/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command of which all others are part. */
@Command(
    name = "plimsoll",
    description = "The load line for chat agents.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      ImportCommand.class,
      VerifyCommand.class,
      KeysCommand.class,
      StatusCommand.class,
      VersionCommand.class
    })
final class PlimsollCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;
}
