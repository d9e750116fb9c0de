/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import static dev.plimsoll.domain.session.SessionSamples.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.schemas.topics.SessionKey;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages are written as {@code <3 4 5>}, where the brackets say that there is more. */
@SuppressWarnings("NullAway.Init") // set before each test
class HistoryTest {
  private HistoryFixture fixture;
  private History history;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    fixture = new HistoryFixture(stateDir, 1);
    history = fixture.history();
    fixture.sessionUpTo(SESSION, 9);
    fixture.sessionUpTo(new SessionKey(SESSION.tenant(), SESSION.session() + "0"), 3);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldBeginWithTheNewest() {
    // when / then
    assertThat(word(history.newest(SESSION, 3))).isEqualTo("<7 8 9");
    assertThat(word(history.newest(SESSION, 9))).isEqualTo("1 2 3 4 5 6 7 8 9");
  }

  @Test
  void shouldPageBackwards() {
    // when / then
    assertThat(word(history.before(SESSION, 7, 3))).isEqualTo("<4 5 6>");
    assertThat(word(history.before(SESSION, 4, 3))).isEqualTo("1 2 3>");
    assertThat(word(history.before(SESSION, 3, 3))).isEqualTo("1 2>");
    assertThat(word(history.before(SESSION, 1, 3))).isEqualTo(">");
    assertThat(word(history.before(SESSION, 99, 3))).isEqualTo("<7 8 9");
  }

  @Test
  void shouldPageForwards() {
    // when / then
    assertThat(word(history.after(SESSION, 0, 3))).isEqualTo("1 2 3>");
    assertThat(word(history.after(SESSION, 3, 3))).isEqualTo("<4 5 6>");
    assertThat(word(history.after(SESSION, 6, 3))).isEqualTo("<7 8 9");
    assertThat(word(history.after(SESSION, 9, 3))).isEqualTo("<");
  }

  @Test
  void shouldPageAroundASequence() {
    // when / then
    assertThat(word(history.around(SESSION, 5, 4))).isEqualTo("<3 4 5 6>");
    assertThat(word(history.around(SESSION, 1, 4))).isEqualTo("1 2 3 4>");
    assertThat(word(history.around(SESSION, 9, 4))).isEqualTo("<7 8 9");
    assertThat(word(history.around(SESSION, 5, 1))).isEqualTo("<5>");
  }

  @Test
  void shouldStandSequencesThatNoSessionHas() {
    // when / then
    assertThat(word(history.before(SESSION, Long.MIN_VALUE, 3))).isEqualTo(">");
    assertThat(word(history.before(SESSION, -5, 3))).isEqualTo(">");
    assertThat(word(history.after(SESSION, Long.MAX_VALUE, 3))).isEqualTo("<");
    assertThat(word(history.after(SESSION, Long.MIN_VALUE, 3))).isEqualTo("1 2 3>");
    assertThat(word(history.around(SESSION, Long.MIN_VALUE, 3))).isEqualTo("1 2 3>");
    assertThat(word(history.around(SESSION, Long.MAX_VALUE, 4))).isEqualTo("<8 9");
  }

  @Test
  void shouldBeEmptyForAnUnknownSession() {
    // given
    SessionKey unknown = new SessionKey("acme", "unknown");

    // when / then
    assertThat(word(history.newest(unknown, 3))).isEmpty();
    assertThat(history.lastSeq(unknown)).isZero();
    assertThat(history.find(unknown, 1)).isEmpty();
  }

  @Test
  void shouldFindOneEvent() {
    // when / then
    assertThat(history.find(SESSION, 5)).map(History.Stored::seq).contains(5L);
    assertThat(history.find(SESSION, 10)).isEmpty();
  }

  @Test
  void shouldWaitForASequenceThatTheReaderHasSeen() {
    // when / then
    assertThatCode(() -> history.await(SESSION, 9)).doesNotThrowAnyException();
    assertThatThrownBy(() -> history.await(SESSION, 10)).isInstanceOf(NotReadyException.class);
  }

  private static String word(History.Page page) {
    return (page.hasBefore() ? "<" : "")
        + page.events().stream()
            .map(event -> Long.toString(event.seq()))
            .collect(Collectors.joining(" "))
        + (page.hasAfter() ? ">" : "");
  }
}
