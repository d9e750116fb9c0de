/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import dev.plimsoll.standalone.DataDirectoryException;
import dev.plimsoll.standalone.StandaloneException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What went wrong, in one line; the trace of a bug is shown whole. */
final class OneLineErrors implements IExecutionExceptionHandler {
  /** Exit code of a command that could not run. */
  static final int COULD_NOT_RUN = 2;

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    switch (e) {
      case CliException told -> command.getErr().println("plimsoll: " + told.getMessage());
      case DataDirectoryException told ->
          command.getErr().println("plimsoll: " + told.getMessage());
      case StandaloneException told -> command.getErr().println("plimsoll: " + told.getMessage());
      default -> e.printStackTrace(command.getErr());
    }
    return COULD_NOT_RUN;
  }
}
