/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.acceptance.Api.Answer;
import dev.plimsoll.acceptance.BadRequests.Bad;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad requests are told what is wrong with them, and nothing of them is stored. */
class BadInputIT {
  private static final String PROBLEM = "application/problem+json";

  /** The largest body: what fits into a record of 8 MiB with its overhead of 64 KiB. */
  private static final int LARGEST_BODY = 8 * 1024 * 1024 - 64 * 1024;

  /** A body without a length is cut off here. */
  private static final int CUT_OFF = 8 * 1024 * 1024;

  @TempDir static Path temp;
  private static Installation installation;
  private static Api api;

  private final String session = "s-" + UUID.randomUUID();

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.startedIn(temp);
    api = installation.api();
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @ParameterizedTest
  @MethodSource({
    "dev.plimsoll.acceptance.BadRequests#entries",
    "dev.plimsoll.acceptance.BadRequests#others",
    "dev.plimsoll.acceptance.BadRequests#strangers"
  })
  void shouldSayWhatIsWrongAndStoreNothing(Bad bad) {
    // given
    String keysBefore = api.get("/v1/keys").body();

    // when
    Answer answer = send(bad);

    // then
    assertProblem(answer, bad.answer());
    assertThat(answer.json().path("field").asText(null)).isEqualTo(bad.field());
    assertNothingStored();
    assertThat(api.get("/v1/keys").body()).isEqualTo(keysBefore);
  }

  @ParameterizedTest
  @MethodSource("dev.plimsoll.acceptance.BadRequests#entries")
  void shouldLeaveAKnownSessionAsItWas(Bad bad) {
    // given
    api.append(session, Api.message("first", "kept")).fine();
    String before = header();

    // when
    Answer answer = send(bad);

    // then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(header()).isEqualTo(before);
  }

  @Test
  void shouldRefuseAnotherPayloadUnderAKnownId() {
    // given
    api.append(session, Api.message("a", "one")).fine();
    String before = header();

    // when
    Answer answer = api.append(session, Api.message("a", "another"));

    // then
    assertProblem(answer, "409 payload_conflict");
    assertThat(answer.json().path("field").asText()).isEqualTo("id");
    assertThat(header()).isEqualTo(before);
  }

  @Test
  void shouldRefuseABodyOverTheLimitByItsLength() {
    // given
    HttpRequest.Builder request =
        api.request("/v1/sessions/" + session + "/entries")
            .expectContinue(true)
            .POST(BodyPublishers.ofByteArray(entryOf(LARGEST_BODY + 1)));

    // when
    Answer answer = api.send(request);

    // then
    assertTooLarge(answer);
  }

  @Test
  void shouldRefuseABodyOverTheLimitThatComesInChunks() {
    // when
    Answer answer = sendChunked(entryOf(CUT_OFF + 1));

    // then
    assertThat(answer.status()).isEqualTo(413); // By the web server itself, without a body.
    assertNothingStored();
  }

  @Test
  void shouldRefuseAContentThatFitsIntoNoRecord() {
    // when
    Answer answer = sendChunked(entryOf(CUT_OFF - 1));

    // then
    assertTooLarge(answer);
  }

  private Answer send(Bad bad) {
    byte[] body = bad.body();
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    String path = bad.path().replace(BadRequests.SESSION, session);
    Api caller = bad.headers().containsKey("Authorization") ? installation.api((String) null) : api;
    HttpRequest.Builder request = caller.request(path).method(bad.method(), publisher);
    bad.headers()
        .forEach((name, value) -> {
          if (!value.isEmpty()) {
            request.header(name, value);
          }
        });
    return api.send(request);
  }

  private Answer sendChunked(byte[] body) {
    return api.send(
        api.request("/v1/sessions/" + session + "/entries")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
  }

  /** A good entry, but for its size in bytes. */
  private static byte[] entryOf(int bytes) {
    JsonNode empty = Api.message("large", "");
    return Api.message("large", "x".repeat(bytes - empty.toString().length()))
        .toString()
        .getBytes(UTF_8);
  }

  private void assertTooLarge(Answer answer) {
    assertProblem(answer, "413 too_large");
    assertThat(answer.json().path("limitBytes").longValue()).isEqualTo(LARGEST_BODY);
    assertNothingStored();
  }

  private static void assertProblem(Answer answer, String problem) {
    assertThat(answer.mediaType()).as(answer.toString()).isEqualTo(PROBLEM);
    assertThat(answer.problem()).as(answer.body()).isEqualTo(problem);
    assertThat(answer.json().path("status").intValue()).isEqualTo(answer.status());
    assertThat(answer.json().path("type").asText()).startsWith("urn:plimsoll:problem:");
  }

  private void assertNothingStored() {
    assertThat(api.get("/v1/sessions/" + session).problem()).isEqualTo("404 unknown_session");
  }

  private String header() {
    return api.get("/v1/sessions/" + session).fine().toString();
  }
}
