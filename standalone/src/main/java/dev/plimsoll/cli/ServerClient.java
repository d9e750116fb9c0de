/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Speaks to a server over HTTP. Writes are idempotent, so what got no answer is repeated. */
final class ServerClient {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(60);
  private static final int MAX_TRIES = 20;
  private static final long PAUSE_NANOS = 500_000_000;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final URI server;
  private final String key;

  ServerClient(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  /**
   * An answer.
   *
   * @param body the JSON of it; missing when there is none
   */
  record Answer(int status, JsonNode body) {
    boolean isFine() {
      return status / 100 == 2;
    }

    /** The problem in words. */
    String problem() {
      return "%d %s: %s"
          .formatted(status, body.path("code").asText("error"), body.path("detail").asText(""));
    }
  }

  URI server() {
    return server;
  }

  /** An answer that must be fine. */
  JsonNode get(String path) {
    return required("GET " + path, call("GET", path, null));
  }

  /** An answer that must be fine. */
  JsonNode post(String path, @Nullable JsonNode body) {
    return required("POST " + path, call("POST", path, body));
  }

  /** Any answer but an overload, which is waited for. */
  Answer call(String method, String path, @Nullable JsonNode body) {
    for (int tries = 1; ; tries++) {
      Answer answer = callOnce(method, path, body);
      if (answer.status() != 503 || tries == MAX_TRIES) {
        return answer;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Any answer. */
  Answer callOnce(String method, String path, @Nullable JsonNode body) {
    try {
      HttpResponse<byte[]> response =
          http.send(request(method, path, body), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), parse(response.body()));
    } catch (IOException e) {
      throw new CliException(
          "Expected a server at %s, but it does not answer. Start it with ./plimsoll up, or give --server."
              .formatted(server));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException("Expected an answer, but was interrupted.");
    }
  }

  /** A path segment of any text. */
  static String segment(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private HttpRequest request(String method, String path, @Nullable JsonNode body)
      throws JsonProcessingException {
    return HttpRequest.newBuilder(URI.create(server + path))
        .timeout(REQUEST_TIMEOUT)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json")
        .method(
            method,
            body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
        .build();
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode parsed = JSON.readTree(body);
      return parsed == null ? JsonNodeFactory.instance.missingNode() : parsed;
    } catch (IOException e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  private JsonNode required(String what, Answer answer) {
    if (!answer.isFine()) {
      throw new CliException(
          "Expected %s to answer %s, but got %s".formatted(server, what, answer.problem()));
    }
    return answer.body();
  }
}
