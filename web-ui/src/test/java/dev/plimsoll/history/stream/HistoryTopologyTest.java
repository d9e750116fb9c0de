/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import static dev.plimsoll.domain.session.SessionSamples.NOON;
import static dev.plimsoll.domain.session.SessionSamples.SESSION;
import static dev.plimsoll.domain.session.SessionSamples.assistant;
import static dev.plimsoll.domain.session.SessionSamples.call;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.domain.session.SessionSamples;
import dev.plimsoll.schemas.history.SessionSummary;
import dev.plimsoll.schemas.session.event.SessionUpdated;
import dev.plimsoll.schemas.shared.Usage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class HistoryTopologyTest {
  private HistoryFixture fixture;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    fixture = new HistoryFixture(stateDir, 1);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldKeepEventsAsTheyAre() {
    // given
    byte[] value = {0, 1, 2};

    // when
    fixture.record(SESSION, 7, value);

    // then
    assertThat(fixture.history().find(SESSION, 7))
        .hasValueSatisfying(event -> assertThat(event.value()).isEqualTo(value));
  }

  @Test
  void shouldSumUpASession() {
    // when
    fixture.created(SESSION, NOON);
    fixture.appended(SESSION, 2, NOON.plusSeconds(1), user("e2", "  Is prod healthy?\n"));
    fixture.appended(SESSION, 3, NOON.plusSeconds(2), assistant("e3", "", call("c1")));

    // then
    SessionSummary row = row();
    assertThat(row.getCreatedAt()).isEqualTo(NOON);
    assertThat(row.getLastActivityAt()).isEqualTo(NOON.plusSeconds(2));
    assertThat(row.getLastSeq()).isEqualTo(3);
    assertThat(row.getEntries()).isEqualTo(2);
    assertThat(row.getTokens()).isEqualTo(14);
    assertThat(row.getPreview()).isEqualTo("Is prod healthy?");
    assertThat(row.getProfile().getTitle()).isEqualTo("a title");
  }

  @Test
  void shouldTakeANewProfileAndKeepTheRest() {
    // given
    fixture.sessionUpTo(SESSION, 3);

    // when
    fixture.event(
        SESSION,
        4,
        new SessionUpdated(
            SessionSamples.eventMeta(4, NOON), SessionSamples.profile("a new title")));

    // then
    assertThat(row().getProfile().getTitle()).isEqualTo("a new title");
    assertThat(row().getEntries()).isEqualTo(2);
    assertThat(row().getPreview()).isEqualTo("text 3");
  }

  @Test
  void shouldNotCountAnEventTwice() {
    // given
    fixture.sessionUpTo(SESSION, 4);
    SessionSummary before = row();

    // when
    fixture.sessionUpTo(SESSION, 4);

    // then
    assertThat(row()).isEqualTo(before);
    assertThat(fixture.history().newest(SESSION, 10).events()).hasSize(4);
    assertThat(fixture.sessions().page("acme", null, 10, (session, row) -> true).rows()).hasSize(1);
  }

  @Test
  void shouldKeepAnUnknownEventAndGoOn() {
    // given
    fixture.sessionUpTo(SESSION, 2);

    // when
    fixture.event(SESSION, 3, new Usage(1L, 2L, 3L, 4L));
    fixture.record(SESSION, 4, new byte[] {9, 9, 9});
    fixture.appended(SESSION, 5, NOON, user("e5", "still here"));

    // then
    assertThat(fixture.history().newest(SESSION, 10).events()).hasSize(5);
    assertThat(row().getEntries()).isEqualTo(2);
    assertThat(row().getPreview()).isEqualTo("still here");
  }

  private SessionSummary row() {
    return fixture.sessions().find(SESSION).orElseThrow();
  }
}
