/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.acceptance.Api.Answer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, and for how long. */
class KeysIT {
  private static final String OTHER_TENANT = "other";
  private static final String SECRET_TEXT = "known to one tenant only ";

  @TempDir static Path temp;
  private static Installation installation;
  private static Api admin;
  private static KeyAdmin keys;

  private final String session = "s-" + UUID.randomUUID();

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.startedIn(temp);
    admin = installation.api();
    keys = new KeyAdmin(admin);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void shouldTakeAKeyFromItsCreationToItsRevocation() {
    // given
    JsonNode created = keys.create("channel", null);
    Api bot = installation.api(created.path("key").asText());
    Answer before = bot.append(session, Api.message("a", "before"));

    // when
    int revoked =
        admin.send(admin.request("/v1/keys/" + created.path("id").asText()).DELETE()).status();

    // then
    assertThat(before.status()).isEqualTo(201);
    assertThat(revoked).isEqualTo(204);
    assertThat(bot.append(session, Api.message("b", "after")).problem())
        .isEqualTo("401 unauthorized");
    assertThat(keys.ids()).doesNotContain(created.path("id").asText());
  }

  @Test
  void shouldShowASecretAtItsCreationOnly() {
    // given
    JsonNode created = keys.create("operator", null);

    // when
    Answer list = admin.get("/v1/keys");

    // then
    assertThat(created.path("key").asText()).startsWith("plim_" + created.path("id").asText());
    assertThat(keys.ids()).contains(created.path("id").asText());
    assertThat(list.body())
        .doesNotContain(created.path("key").asText())
        .doesNotContain("secret", "hash");
  }

  @Test
  void shouldKeepAChannelFromReadingTheHistoryAndFromTheKeys() {
    // given
    Api bot = keys.apiOf("channel", null);
    bot.append(session, Api.message("a", "hello")).fine();
    ObjectNode key = Api.JSON.createObjectNode();
    key.putArray("roles").add("admin");

    // when
    Stream<Answer> answers =
        Stream.of(
            bot.get("/api/sessions"),
            bot.get("/api/sessions/" + session),
            bot.get("/api/sessions/" + session + "/entries"),
            bot.get("/api/sessions/" + session + "/stream"),
            bot.post("/api/page-tokens", Api.JSON.createObjectNode()),
            bot.post("/v1/sessions/" + session + "/imports", importOf("hi")),
            bot.get("/v1/keys"),
            bot.post("/v1/keys", key),
            bot.post("/v1/verifications", Api.JSON.createObjectNode()));

    // then
    assertThat(answers.map(Answer::problem)).containsOnly("403 forbidden");
    assertThat(bot.get("/v1/sessions/" + session).status()).isEqualTo(200);
    assertThat(bot.get("/v1/sessions/" + session + "/context").status()).isEqualTo(200);
  }

  @Test
  void shouldLetAnOperatorReadAndImportButNotManageKeys() {
    // given
    Api operator = keys.apiOf("operator", null);

    // when
    Answer imported = operator.post("/v1/sessions/" + session + "/imports", importOf("hi"));

    // then
    assertThat(imported.fine().path("imported").intValue()).isEqualTo(1);
    assertThat(operator.get("/api/sessions").status()).isEqualTo(200);
    assertThat(operator.get("/v1/keys").problem()).isEqualTo("403 forbidden");
  }

  @Test
  void shouldShowNothingOfATenantToAnother() throws Exception {
    // given
    admin.append(session, toolResult("a", SECRET_TEXT.repeat(2_000))).fine();
    await().until(() -> admin.get("/api/sessions/" + session).status() == 200);
    String digest = digestOf(session);
    Api stranger = keys.apiOf("admin", OTHER_TENANT);

    // when
    Stream<Answer> answers =
        Stream.of(
            stranger.get("/v1/sessions/" + session),
            stranger.get("/v1/sessions/" + session + "/context"),
            stranger.get("/v1/sessions/" + session + "/blobs/" + digest),
            stranger.get("/api/sessions/" + session),
            stranger.get("/api/sessions/" + session + "/entries"),
            stranger.get("/api/sessions/" + session + "/entries/2"));

    // then
    assertThat(answers.map(Answer::status)).containsOnly(404);
    assertThat(stranger.get("/api/sessions").fine().path("sessions")).isEmpty();
    assertThat(stranger.get("/v1/keys").fine().path("keys"))
        .extracting(key -> key.path("tenant").asText())
        .containsOnly(OTHER_TENANT);
    assertThat(admin.blob(session, digest)).hasSize(SECRET_TEXT.length() * 2_000);
    try (LiveEvents live = LiveEvents.resumed(stranger, session, 0)) {
      assertThat(stranger.append(session, Api.message("own", "own")).status()).isEqualTo(201);
      await().until(() -> live.seqs().contains(2L));
      assertThat(live.seqs()).containsExactly(1L, 2L);
    }
    assertThat(stranger.history(session).toString()).doesNotContain(SECRET_TEXT.strip());
    assertThat(stranger.get("/v1/sessions/" + session + "/blobs/" + digest).status())
        .isEqualTo(404);
  }

  @Test
  void shouldKeepATenantsAdministratorToItsTenant() {
    // given
    Api stranger = keys.apiOf("admin", OTHER_TENANT);
    ObjectNode forAnother = Api.JSON.createObjectNode().put("tenant", Installation.TENANT);
    forAnother.putArray("roles").add("admin");
    String foreignKey = keys.create("channel", null).path("id").asText();

    // when
    Answer created = stranger.post("/v1/keys", forAnother);

    // then
    assertThat(created.problem()).isEqualTo("403 foreign_tenant");
    assertThat(stranger.send(stranger.request("/v1/keys/" + foreignKey).DELETE()).problem())
        .isEqualTo("404 unknown_key");
    assertThat(stranger.post("/v1/verifications", Api.JSON.createObjectNode()).problem())
        .isEqualTo("403 forbidden");
    assertThat(keys.ids()).contains(foreignKey);
  }

  @Test
  void shouldLogInOnceByATokenOfThePage() {
    // given
    String token =
        admin.post("/api/page-tokens", Api.JSON.createObjectNode()).fine().path("token").asText();
    Api nobody = installation.api((String) null);
    ObjectNode login = Api.JSON.createObjectNode().put("token", token);

    // when
    Answer first = nobody.post("/api/login", login);

    // then
    assertThat(first.status()).isEqualTo(204);
    assertThat(nobody.post("/api/login", login).problem()).isEqualTo("401 unauthorized");
    assertThat(nobody.get("/api/me").problem()).isEqualTo("401 unauthorized");
    assertThat(nobody.send(nobody.request("/api/me").header("Cookie", first.cookie())).status())
        .isEqualTo(200);
  }

  @Test
  void shouldResumeALiveStreamAfterTheLastEventThatWasSeen() throws Exception {
    // given
    admin.append(session, Api.message("a", "one")).fine();
    long seen;
    try (LiveEvents live = LiveEvents.resumed(admin, session, 0)) {
      await().until(() -> live.seqs().contains(2L));
      seen = live.lastEventId();
    }
    admin.append(session, Api.message("b", "two")).fine();

    // when
    try (LiveEvents live = LiveEvents.resumed(admin, session, seen)) {
      await().until(() -> live.seqs().contains(3L));
      admin.append(session, Api.message("c", "three")).fine();
      await().until(() -> live.seqs().contains(4L));

      // then
      assertThat(live.seqs()).containsExactly(3L, 4L);
    }
    Api nobody = installation.api((String) null);
    assertThat(nobody.get("/api/sessions/" + session + "/stream").problem())
        .isEqualTo("401 unauthorized");
  }

  private static String digestOf(String session) {
    JsonNode entry = admin.history(session).getLast();
    return entry.path("blobs").path(0).path("digest").asText();
  }

  private static ObjectNode toolResult(String id, String text) {
    return Api.message(id, text).put("role", "tool").put("toolCallId", "c1").put("toolName", "t");
  }

  private static ObjectNode importOf(String text) {
    ObjectNode request = Api.JSON.createObjectNode().put("transcript", "t");
    ObjectNode line = request.putArray("lines").addObject().put("number", 1);
    line.putObject("json")
        .put("type", "message")
        .putObject("message")
        .put("role", "user")
        .put("content", text);
    return request;
  }
}
