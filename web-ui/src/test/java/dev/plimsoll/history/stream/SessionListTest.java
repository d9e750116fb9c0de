/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import static dev.plimsoll.domain.session.SessionSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.domain.session.SessionSamples;
import dev.plimsoll.schemas.history.SessionSummary;
import dev.plimsoll.schemas.topics.SessionKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class SessionListTest {
  private static final int SESSIONS = 23;

  private HistoryFixture fixture;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    fixture = new HistoryFixture(stateDir, 3);
    for (int i = 0; i < SESSIONS; i++) {
      fixture.created(session(i), NOON.plusSeconds(i));
    }
    fixture.created(new SessionKey("acme-two", "s0"), NOON.plusSeconds(999));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldMergePartitionsNewestFirstPageByPage() {
    // when
    List<String> sessions = allPages(5, (session, row) -> true);

    // then
    assertThat(sessions)
        .containsExactlyElementsOf(
            IntStream.range(0, SESSIONS).mapToObj(i -> "s" + (SESSIONS - 1 - i)).toList());
  }

  @Test
  void shouldSayThatAPageIsTheLast() {
    // when
    SessionList.Page page = page(null, SESSIONS, (session, row) -> true);

    // then
    assertThat(page.rows()).hasSize(SESSIONS);
    assertThat(page.next()).isNull();
  }

  @Test
  void shouldMoveASessionUpWhenSomethingHappensInIt() {
    // when
    fixture.appended(session(4), 2, NOON.plusSeconds(100), SessionSamples.user("e2", "hi"));

    // then
    assertThat(allPages(5, (session, row) -> true))
        .startsWith("s4", "s22", "s21")
        .hasSize(SESSIONS);
  }

  @Test
  void shouldOrderSessionsOfTheSameMoment() {
    // when
    for (int i = 0; i < SESSIONS; i++) {
      fixture.appended(session(i), 2, NOON.plusSeconds(100), SessionSamples.user("e2", "hi"));
    }

    // then
    assertThat(allPages(4, (session, row) -> true)).hasSize(SESSIONS).doesNotHaveDuplicates();
  }

  @Test
  void shouldShowWhatTheFilterTakes() {
    // when
    List<String> sessions = allPages(3, (session, row) -> session.session().endsWith("1"));

    // then
    assertThat(sessions).containsExactly("s21", "s11", "s1");
  }

  @Test
  void shouldBeEmptyForATenantWithoutSessions() {
    // when
    SessionList.Page page = fixture.sessions().page("nobody", null, 5, (session, row) -> true);

    // then
    assertThat(page).isEqualTo(new SessionList.Page(List.of(), null));
  }

  private List<String> allPages(int limit, BiPredicate<SessionKey, SessionSummary> filter) {
    List<String> sessions = new ArrayList<>();
    ActivityKey after = null;
    do {
      SessionList.Page page = page(after, limit, filter);
      page.rows().forEach(row -> sessions.add(row.key().session()));
      after = page.next();
    } while (after != null);
    return sessions;
  }

  private SessionList.Page page(
      @Nullable ActivityKey after, int limit, BiPredicate<SessionKey, SessionSummary> filter) {
    return fixture.sessions().page("acme", after, limit, filter);
  }

  private static SessionKey session(int i) {
    return new SessionKey("acme", "s" + i);
  }
}
