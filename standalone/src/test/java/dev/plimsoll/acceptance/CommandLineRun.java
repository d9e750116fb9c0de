/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a run of the command line left.
 *
 * @param status its exit code
 * @param out what it printed
 * @param err what it said went wrong
 */
record CommandLineRun(int status, String out, String err) {
  private static final int PATIENCE_SECONDS = 90;

  /** Runs a client command to its end. */
  static CommandLineRun of(String... arguments) throws IOException, InterruptedException {
    return of(PackagedApp.client(List.of(arguments)));
  }

  /** Runs a process to its end. */
  static CommandLineRun of(ProcessBuilder builder) throws IOException, InterruptedException {
    Path out = Files.createTempFile("plimsoll-test", ".out");
    Path err = Files.createTempFile("plimsoll-test", ".err");
    try {
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return new CommandLineRun(
          process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** The report that it printed. */
  JsonNode json() {
    try {
      return Api.JSON.readTree(out);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Expected a report in JSON, but got " + this, e);
    }
  }
}
