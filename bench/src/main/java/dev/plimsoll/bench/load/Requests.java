/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** The requests of the benches to one server. */
public final class Requests {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Target target;

  /** Requests to a server. */
  public Requests(Target target) {
    this.target = target;
  }

  /** Appends a text to a session. */
  public HttpRequest append(String session, String entryId, String text) {
    String body =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", entryId)
            .put("role", "user")
            .put("content", text)
            .toString();
    return builder("/v1/sessions/" + session + "/entries")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** A page of the events right below a sequence. */
  public HttpRequest pageBefore(String session, long seq, int limit) {
    return builder("/api/sessions/%s/entries?before=%d&limit=%d".formatted(session, seq, limit))
        .build();
  }

  /** The newest event from a sequence on, if there is one yet. */
  public HttpRequest after(String session, long seq) {
    return builder("/api/sessions/%s/entries?after=%d&limit=1".formatted(session, seq)).build();
  }

  /** The least that the server can be asked: what HTTP itself costs. */
  public HttpRequest floor() {
    return builder("/q/health/live").build();
  }

  private HttpRequest.Builder builder(String path) {
    return HttpRequest.newBuilder(URI.create(target.http() + path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + target.key());
  }
}
