/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An installation's API, for the holder of a key.
 *
 * @param address its base address
 * @param key sent with each request, if there is one
 */
record Api(URI address, @Nullable String key) {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int PAGE = 200;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * An answer.
   *
   * @param replayed value of Idempotent-Replayed; empty when there is none
   * @param cookie the cookie that it sets, as it is sent back; empty when there is none
   * @param body as it came
   */
  record Answer(int status, String mediaType, String replayed, String cookie, String body) {

    static Answer of(HttpResponse<byte[]> response) {
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Idempotent-Replayed").orElse(""),
          response.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", ""),
          new String(response.body(), UTF_8));
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError("Expected JSON, but got " + this, e);
      }
    }

    /** Its JSON, provided that all went well. */
    JsonNode fine() {
      if (status / 100 != 2) {
        throw new AssertionError("Expected a fine answer, but got " + this);
      }
      return json();
    }

    /** Status and code, as in {@code 400 invalid_request}. */
    String problem() {
      return status + " " + json().path("code").asText();
    }
  }

  /** An entry that says a text. */
  static ObjectNode message(String id, String text) {
    return JSON.createObjectNode().put("id", id).put("role", "user").put("content", text);
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, JsonNode body) {
    return send(request(path).POST(BodyPublishers.ofString(body.toString())));
  }

  Answer append(String session, JsonNode entry) {
    return appendAsync(session, entry).join();
  }

  CompletableFuture<Answer> appendAsync(String session, JsonNode entry) {
    return HTTP.sendAsync(
            request("/v1/sessions/" + session + "/entries")
                .POST(BodyPublishers.ofString(entry.toString()))
                .build(),
            BodyHandlers.ofByteArray())
        .thenApply(Answer::of);
  }

  Answer send(HttpRequest.Builder request) {
    return Answer.of(sendForBytes(request.build()));
  }

  /** The bytes of a content. */
  byte[] blob(String session, String digest) {
    HttpRequest request = request("/v1/sessions/" + session + "/blobs/" + digest).build();
    return sendForBytes(request).body();
  }

  /**
   * All of a session's history, each event with its whole inline text, oldest first. The history
   * follows the events, so it is waited for.
   */
  List<JsonNode> history(String session) {
    long lastSeq = get("/v1/sessions/" + session).fine().path("lastSeq").longValue();
    String path = "/api/sessions/" + session + "/entries";
    await().until(() -> get(path + "?minSeq=" + lastSeq).status() == 200);
    List<JsonNode> events = new ArrayList<>();
    JsonNode page;
    long after = 0;
    do {
      page = get(path + "?limit=" + PAGE + "&after=" + after).fine();
      for (JsonNode preview : page.path("entries")) {
        after = preview.path("seq").longValue();
        events.add(preview.path("truncated").booleanValue() ? whole(path, after) : preview);
      }
    } while (page.path("hasAfter").booleanValue());
    return events;
  }

  /** A request with the key. */
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json");
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  private JsonNode whole(String path, long seq) {
    return get(path + "/" + seq).fine();
  }

  private static HttpResponse<byte[]> sendForBytes(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("Expected an answer to " + request + ", but there is none", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
