/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A reader of a session's live stream (server-sent events), until it is closed. */
final class LiveEvents implements AutoCloseable {
  private static final String DATA = "data:";
  private static final String ID = "id:";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final int status;

  private LiveEvents(HttpRequest request) {
    // Answered by the head of the stream; its lines come in later, on another thread.
    var response = http.sendAsync(request, BodyHandlers.ofLines()).join();
    this.status = response.statusCode();
    Stream<String> body = response.body();
    Thread.ofPlatform().daemon().name("live-events").start(() -> read(body));
  }

  /** Opens the stream of a session after a sequence, as a browser that was cut off does. */
  static LiveEvents resumed(Api api, String session, long lastEventId) {
    return new LiveEvents(
        api.request("/api/sessions/" + session + "/stream")
            .header("Last-Event-ID", Long.toString(lastEventId))
            .build());
  }

  /** Status of the answer. */
  int status() {
    return status;
  }

  /** The sequences of the entries so far, in the order in which they came. */
  List<Long> seqs() {
    return starting(DATA)
        .flatMap(data -> json(data).path("entries").valueStream())
        .map(entry -> entry.path("seq").longValue())
        .toList();
  }

  /** The last event's id: where a reader who is cut off now resumes. */
  long lastEventId() {
    return starting(ID).mapToLong(Long::parseLong).reduce(0, (before, last) -> last);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private void read(Stream<String> body) {
    try (body) {
      body.forEach(lines::add);
    } catch (RuntimeException e) {
      // Closed: the stream has no other end.
    }
  }

  private Stream<String> starting(String field) {
    return lines.stream()
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(field.length()).strip());
  }

  private static JsonNode json(String data) {
    try {
      return Api.JSON.readTree(data);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Expected JSON, but got " + data, e);
    }
  }
}
