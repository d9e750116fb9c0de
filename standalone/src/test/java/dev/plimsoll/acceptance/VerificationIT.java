/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify} says of a sound state, and of one that was damaged on purpose. */
class VerificationIT {
  private static final String TEXT = "what was said";
  private static final int SESSIONS_WITH_TRAFFIC = 5;

  @TempDir Path temp;
  private Installation installation;
  private Api api;

  @BeforeEach
  void start() throws Exception {
    installation = Installation.startedIn(temp);
    api = installation.api();
  }

  @AfterEach
  void stop() {
    installation.close();
  }

  @Test
  void shouldPassWhileAppendsGoOn() throws Exception {
    // given
    AtomicBoolean verified = new AtomicBoolean();
    CompletableFuture<Integer> traffic = CompletableFuture.supplyAsync(() -> appendUntil(verified));
    // The history shows committed events only, which are what a verification reads.
    for (int i = 0; i < SESSIONS_WITH_TRAFFIC; i++) {
      String session = "/api/sessions/busy-" + i;
      await().until(() -> api.get(session).status() == 200);
    }

    // when
    CommandLineRun run;
    try {
      run = installation.run("verify", "--json");
    } finally {
      verified.set(true);
    }

    // then
    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.json().path("status").asText()).isEqualTo("passed");
    assertThat(run.json().path("sessions").intValue())
        .as(run.out())
        .isEqualTo(SESSIONS_WITH_TRAFFIC);
    assertThat(traffic.join()).isGreaterThan(SESSIONS_WITH_TRAFFIC);
  }

  @Test
  void shouldNameEverySessionWhoseStateWasDamaged() throws Exception {
    // given
    for (String session : new String[] {"sound", "changed", "shortened", "lost"}) {
      api.append(session, Api.message("a", TEXT)).fine();
      api.append(session, Api.message("b", TEXT)).fine();
    }
    installation.stop();
    StateCorruption corruption = new StateCorruption(installation);
    corruption.changeEntry("changed", 2, TEXT);
    corruption.deleteEntry("shortened", 3);
    corruption.deleteHeader("lost");
    installation.start();

    // when
    CommandLineRun run = installation.run("verify", "--json");
    CommandLineRun inWords = installation.run("verify");

    // then
    assertThat(run.status()).as(run.toString()).isEqualTo(1);
    assertThat(run.json().path("status").asText()).isEqualTo("failed");
    assertThat(run.json().path("differences"))
        .extracting(difference -> difference.path("session").asText())
        .containsExactlyInAnyOrder("changed", "shortened", "lost");
    assertThat(inWords.status()).isEqualTo(1);
    assertThat(inWords.out())
        .contains("default/changed at seq 3", "Verification failed: 3 sessions");
  }

  /** Appends to a few sessions in turn; gives how many entries. */
  private int appendUntil(AtomicBoolean verified) {
    int appended = 0;
    while (!verified.get()) {
      JsonNode message = Api.message("m" + appended, TEXT);
      api.append("busy-" + appended % SESSIONS_WITH_TRAFFIC, message).fine();
      appended++;
    }
    return appended;
  }
}
