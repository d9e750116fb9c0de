/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A registry over HTTP that remembers what it was asked; schemas get ids from 1. */
final class FakeRegistry implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<String> schemas = new ArrayList<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile int refusal;

  /** A request as it came. */
  record Asked(String method, String path, String body, @Nullable String authorization) {
    String registeredSchema() {
      try {
        return JSON.readTree(body).get("schema").textValue();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  FakeRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A URL of this machine at which nothing listens any more. */
  static URI closedUrl() {
    FakeRegistry closed = new FakeRegistry();
    closed.close();
    return closed.url();
  }

  List<Asked> asked() {
    return asked;
  }

  /** Adds a schema as another client would; returns its id. */
  synchronized int add(String schema) {
    schemas.add(schema);
    return schemas.size();
  }

  /** From now on every request is answered with this status. */
  void refuseWith(int status) {
    refusal = status;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Asked request =
        new Asked(
            exchange.getRequestMethod(),
            URLDecoder.decode(path, UTF_8),
            body,
            exchange.getRequestHeaders().getFirst("Authorization"));
    asked.add(request);
    if (refusal != 0) {
      send(exchange, refusal, Map.of("error_code", refusal, "message", "refused"));
    } else if (path.startsWith("/schemas/ids/")) {
      sendSchema(exchange, Integer.parseInt(path.substring("/schemas/ids/".length())));
    } else if (path.equals("/config")) {
      send(exchange, 200, Map.of("compatibilityLevel", "FULL_TRANSITIVE"));
    } else {
      send(exchange, 200, Map.of("id", add(request.registeredSchema())));
    }
  }

  private synchronized void sendSchema(HttpExchange exchange, int id) throws IOException {
    if (id < 1 || id > schemas.size()) {
      send(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
    } else {
      send(exchange, 200, Map.of("schema", schemas.get(id - 1)));
    }
  }

  private static void send(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
