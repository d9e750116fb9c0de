/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.acceptance.Api.Answer;
import dev.plimsoll.acceptance.GeneratedTranscript.Message;
import dev.plimsoll.domain.session.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person who runs a bot relies on, from an empty directory to the end of a kill. */
class AcceptanceIT {
  private static final long SEED = 35;
  private static final int MESSAGES = 35;
  private static final int PER_CHANNEL = 20;
  private static final String LIVE = "typed while the page is open";

  @TempDir static Path temp;
  private static Installation installation;

  private final GeneratedTranscript transcript = GeneratedTranscript.of(SEED, MESSAGES);
  private final String session = "s-" + UUID.randomUUID();
  private Path file;

  /** A message and the two answers to its two deliveries. */
  record Delivered(Message message, Answer one, Answer other) {
    Stream<Answer> answers() {
      return Stream.of(one, other);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.startedIn(temp);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @BeforeEach
  void importTranscript() throws Exception {
    file = transcript.writeTo(temp);
    JsonNode report = importFile();
    if (report.path("imported").intValue() != MESSAGES) {
      fail("Expected %d imported messages, but got %s", MESSAGES, report);
    }
  }

  @Test
  void shouldAnswerTheSecondDeliveryLikeTheFirst() {
    // when
    List<Delivered> delivered = deliverTwiceFromTwoChannels();

    // then
    assertThat(delivered)
        .hasSize(2 * PER_CHANNEL)
        .allSatisfy(message -> {
          assertThat(message.answers().map(answer -> answer.status() + answer.replayed()))
              .containsExactlyInAnyOrder("201", "200true");
          assertThat(message.one().body()).isEqualTo(message.other().body());
        });
  }

  @Test
  void shouldHaveEverythingOnceAfterAKillOfEverything() throws Exception {
    // given
    List<Message> expected = new ArrayList<>(transcript.messages());
    deliverTwiceFromTwoChannels().stream().map(Delivered::message).forEach(expected::add);
    List<JsonNode> before = installation.api().history(session);
    JsonNode stateBefore = header();
    String contextBefore = context();
    List<ProcessHandle> processes = installation.processes().toList();

    // when
    installation.kill();
    installation.start();

    // then
    assertThat(processes).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
    List<JsonNode> history = installation.api().history(session);
    assertThat(history).isEqualTo(before);
    assertThat(history.stream().map(event -> event.path("seq").longValue()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, expected.size() + 1).boxed().toList());
    assertThat(history.getFirst().path("type").asText()).isEqualTo("SessionCreated");
    assertContents(history.subList(1, history.size()), expected);
    assertThat(header()).isEqualTo(stateBefore);
    assertThat(context()).isEqualTo(contextBefore);
    assertThat(installation.run("verify").status()).isZero();
    JsonNode again = importFile();
    assertThat(again.path("imported").intValue()).isZero();
    assertThat(again.path("known").intValue()).isEqualTo(MESSAGES);
    assertThat(header()).isEqualTo(stateBefore);
  }

  @Test
  void shouldShowItAllInABrowser() throws Exception {
    // given
    Path chromium = chromium();
    deliverTwiceFromTwoChannels();
    long last = header().path("lastSeq").longValue();
    try (PageBrowser browser = PageBrowser.start(chromium)) {

      // when
      browser.open(installation.pageAddress());
      browser.openSession(session);
      String newest = browser.textOf(last);
      browser.scrollUpTo(1);
      say("live-1", LIVE);

      // then
      assertThat(newest).contains("message ");
      assertThat(browser.address()).doesNotContain("token");
      assertThat(browser.textOf("newer-count")).isEqualTo("1 newer");
      browser.click("newer-count");
      assertThat(browser.textOf(last + 1)).contains(LIVE);
      say("live-2", LIVE + " again");
      assertThat(browser.textOf(last + 2)).contains(LIVE + " again");
      browser.click("to-first");
      assertThat(browser.textOf(2)).contains(firstWord());
      browser.screenshot(PackagedApp.root().resolve("standalone/target/acceptance.png"));

      installation.kill();
      installation.start();
      browser.reload();
      browser.awaitLive();
      assertThat(browser.isVisible("login-form")).isFalse();
      assertThat(browser.textOf(last + 2)).contains(LIVE + " again");
      assertThat(browser.faults()).isEmpty();
    }
  }

  private static Path chromium() {
    Optional<Path> found = PageBrowser.find();
    if (found.isEmpty()) {
      String line =
          "Expected Chromium by CHROMIUM or on the PATH, but there is none: THE PAGE IS NOT TESTED";
      if ("1".equals(System.getenv("PLIMSOLL_REQUIRE_BROWSER"))) {
        fail(line);
      }
      System.err.println("\n!!! " + line + "\n");
      abort(line);
    }
    return found.orElseThrow();
  }

  /** Two channels at once; each sends a message twice at the same time, as a shaky line does. */
  private List<Delivered> deliverTwiceFromTwoChannels() {
    return Stream.of("telegram", "slack")
        .map(channel -> CompletableFuture.supplyAsync(() -> deliverTwice(channel)))
        .toList()
        .stream()
        .flatMap(channel -> channel.join().stream())
        .toList();
  }

  private List<Delivered> deliverTwice(String channel) {
    return IntStream.range(0, PER_CHANNEL)
        .mapToObj(i -> {
          String id = channel + ":998:" + i;
          String text = "message " + i + " of " + channel + " \u2014 \uD83D\uDEA2";
          CompletableFuture<Answer> one = api().appendAsync(session, Api.message(id, text));
          CompletableFuture<Answer> other = api().appendAsync(session, Api.message(id, text));
          return new Delivered(new Message(id, "user", text), one.join(), other.join());
        })
        .toList();
  }

  private void assertContents(List<JsonNode> events, List<Message> expected) throws Exception {
    var byId = expected.stream().collect(Collectors.toMap(Message::entryId, m -> m));
    assertThat(events.stream().map(event -> event.path("id").asText()))
        .containsExactlyInAnyOrderElementsOf(byId.keySet());
    for (JsonNode event : events) {
      Message message = requireNonNull(byId.get(event.path("id").asText()));
      assertThat(event.path("role").asText()).isEqualTo(message.role());
      assertThat(contentOf(event)).isEqualTo(message.text());
    }
  }

  /** The whole text of an entry: inline, or out of its only blob, whose digest is checked. */
  private String contentOf(JsonNode event) {
    if (event.path("blobs").isEmpty()) {
      return event.path("text").asText();
    }
    String digest = event.path("blobs").path(0).path("digest").asText();
    byte[] content = api().blob(session, digest);
    assertThat(Sha256.hex(content)).isEqualTo(digest);
    return new String(content, UTF_8);
  }

  private JsonNode importFile() throws Exception {
    CommandLineRun run =
        installation.run("import", file.toString(), "--session", session, "--json");
    return run.json().path(0);
  }

  private void say(String id, String text) {
    api().append(session, Api.message(id, text)).fine();
  }

  private JsonNode header() {
    return api().get("/v1/sessions/" + session).fine();
  }

  private String context() {
    return api().get("/v1/sessions/" + session + "/context").body();
  }

  private String firstWord() {
    String text = transcript.messages().getFirst().text();
    return text.substring(0, text.indexOf(' '));
  }

  private Api api() {
    try {
      return installation.api();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
