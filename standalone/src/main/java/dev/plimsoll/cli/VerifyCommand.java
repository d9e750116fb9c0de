/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Verifies that the state of every session is what its events say. */
@Command(
    name = "verify",
    description =
        "Fold the history again on the server and compare it with the state. Exit code 1: it differs.")
final class VerifyCommand implements Callable<Integer> {
  private static final long POLL_NANOS = 200_000_000;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  CommandSpec spec;

  @Mixin ServerOptions server = new ServerOptions();

  @Override
  public Integer call() {
    ServerClient client = server.client();
    JsonNode verification = client.post("/v1/verifications", null);
    String path = "/v1/verifications/" + verification.path("id").asText();
    try (Progress progress = Progress.of("Verifying", verification.path("eventsTotal").asLong())) {
      while (verification.path("status").asText().equals("running")) {
        LockSupport.parkNanos(POLL_NANOS);
        verification = client.get(path);
        progress.max(verification.path("eventsTotal").asLong());
        progress.at(verification.path("eventsRead").asLong());
      }
    }
    if (server.json) {
      out().println(verification);
    } else {
      print(verification);
    }
    return switch (verification.path("status").asText()) {
      case "passed" -> 0;
      case "failed" -> 1;
      default -> OneLineErrors.COULD_NOT_RUN;
    };
  }

  private void print(JsonNode verification) {
    for (JsonNode difference : verification.path("differences")) {
      out()
          .printf(
              "%s/%s at seq %d: %s%n",
              difference.path("tenant").asText(),
              difference.path("session").asText(),
              difference.path("seq").asLong(),
              difference.path("what").asText());
    }
    String message = verification.path("message").asText("");
    out()
        .printf(
            "Verification %s: %d sessions, %d events%s%n",
            verification.path("status").asText(),
            verification.path("sessions").asLong(),
            verification.path("eventsRead").asLong(),
            message.isEmpty() || message.equals("null") ? "" : "; " + message);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
