/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import static dev.plimsoll.domain.session.SessionSamples.NOON;
import static dev.plimsoll.domain.session.SessionSamples.SESSION;
import static dev.plimsoll.domain.session.SessionSamples.assistant;
import static dev.plimsoll.domain.session.SessionSamples.call;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.plimsoll.domain.session.SessionSamples;
import dev.plimsoll.history.stream.History;
import dev.plimsoll.history.stream.HistoryFixture;
import dev.plimsoll.schemas.session.event.SessionUpdated;
import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.shared.BlobStub;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.SessionProfile;
import dev.plimsoll.schemas.shared.ToolCall;
import dev.plimsoll.schemas.shared.ToolResult;
import dev.plimsoll.schemas.shared.Usage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // set before each test
class EntryViewsTest {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private HistoryFixture fixture;
  private EntryViews views;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    fixture = new HistoryFixture(stateDir, 1);
    views = new EntryViews(fixture.serde());
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldShowAShortEntryWhole() {
    // given
    fixture.appended(SESSION, 2, NOON, assistant("e2", "one moment", call("c1")));

    // when
    EntryView view = preview(2);

    // then
    assertThat(view.type()).isEqualTo("EntryAppended");
    assertThat(view.text()).isEqualTo("one moment");
    assertThat(view.toolCalls())
        .containsExactly(new EntryView.CallView("c1", "weather", "{\"city\":\"Riga\"}", false));
    assertThat(view.truncated()).isFalse();
    assertThat(view.recordedAt()).isEqualTo(NOON);
    assertThat(view.bytes()).isEqualTo(42);
    assertThat(view.tokens()).isEqualTo(7);
  }

  @Test
  void shouldCutALongTextInAListAndNowhereElse() {
    // given
    String text = "漢字 😀 ".repeat(2_000);
    fixture.appended(SESSION, 2, NOON, user("e2", text));

    // when
    EntryView view = preview(2);

    // then
    assertThat(view.truncated()).isTrue();
    assertThat(text).startsWith(view.text());
    assertThat(view.text()).hasSizeGreaterThan(500);
    assertThat(views.whole(stored(2)).text()).isEqualTo(text);
    assertThat(views.whole(stored(2)).truncated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"", "\\", "\u0001", "漢", "😀", "é"})
  void shouldBeAtMostFourKilobytesWhateverTheEntry(String character)
      throws JsonProcessingException {
    // given
    fixture.appended(SESSION, Long.MAX_VALUE - 1, NOON, largest(character.repeat(5_000)));

    // when
    EntryView view = preview(Long.MAX_VALUE - 1);

    // then
    byte[] json = JSON.writeValueAsString(view).getBytes(StandardCharsets.UTF_8);
    assertThat(json.length).isBetween(3_000, 4_096);
    assertThat(view.truncated()).isTrue();
    assertThat(view.text()).isNotEmpty();
    assertThat(view.toolCalls()).isNotEmpty();
    assertThat(view.blobs()).isNotEmpty();
  }

  @Test
  void shouldBeAtMostFourKilobytesWhateverTheProfile() throws JsonProcessingException {
    // given
    String name = "\u0001".repeat(5_000);
    fixture.event(
        SESSION,
        2,
        new SessionUpdated(
            SessionSamples.eventMeta(2, NOON),
            new SessionProfile(name, name, name, name, List.of())));

    // when
    EntryView view = preview(2);

    // then
    assertThat(JSON.writeValueAsString(view)).hasSizeLessThanOrEqualTo(4_096);
  }

  @Test
  void shouldShowAProfileInWords() {
    // given
    fixture.created(SESSION, NOON);

    // when
    EntryView view = preview(1);

    // then
    assertThat(view.type()).isEqualTo("SessionCreated");
    assertThat(view.text()).isEqualTo("title a title, agent helper, channel telegram, user ada");
  }

  @Test
  void shouldShowWhatItDoesNotKnowAsUnknown() {
    // given
    fixture.event(SESSION, 2, new Usage(1L, 2L, 3L, 4L));
    fixture.record(SESSION, 3, new byte[] {9});

    // when / then
    assertThat(preview(2).type()).isEqualTo("Unknown");
    assertThat(preview(3).type()).isEqualTo("Unknown");
    assertThat(preview(3).seq()).isEqualTo(3);
  }

  private EntryView preview(long seq) {
    return views.previews(List.of(stored(seq))).getFirst();
  }

  private History.Stored stored(long seq) {
    return fixture.history().find(SESSION, seq).orElseThrow();
  }

  /** Every field as large as it gets, and larger than any rule allows. */
  private static Entry largest(String text) {
    BlobStub stub = new BlobStub(text, Long.MAX_VALUE, text, text, text);
    return new Entry(
        "i".repeat(256),
        Role.ASSISTANT,
        Collections.nCopies(20, new ContentBlock("image", null, null, stub)),
        Collections.nCopies(20, new ToolCall(text, text, text, null)),
        new ToolResult(text, text, true),
        new Author(text, text),
        text,
        new Usage(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE),
        text,
        false,
        Instant.ofEpochMilli(Long.MAX_VALUE),
        Long.MAX_VALUE,
        Long.MAX_VALUE);
  }
}
