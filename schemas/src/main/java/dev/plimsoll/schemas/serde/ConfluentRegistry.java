/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * A registry that speaks the Confluent REST protocol: Confluent, Apicurio ({@code
 * /apis/ccompat/v7}), Karapace, Redpanda. It does not cache: its callers do.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">the
 *     protocol</a>
 */
public final class ConfluentRegistry implements SchemaRegistry {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final RegistryConfig config;
  private final Optional<String> authorization;

  /** Connects lazily: the first call may be the first to fail. */
  public ConfluentRegistry(RegistryConfig config) {
    this.config = config;
    this.authorization =
        config
            .userInfo()
            .map(info -> "Basic " + Base64.getEncoder().encodeToString(info.getBytes(UTF_8)));
  }

  @Override
  public int register(String subject, Schema schema) {
    return intField(call("POST", "/subjects/" + encode(subject) + "/versions", body(schema)), "id");
  }

  @Override
  public int lookUp(String subject, Schema schema) {
    return intField(call("POST", "/subjects/" + encode(subject), body(schema)), "id");
  }

  @Override
  public Schema byId(int id) {
    JsonNode schema = call("GET", "/schemas/ids/" + id, null).path("schema");
    if (!schema.isTextual()) {
      throw new SerializationException(
          "Expected a schema for id " + id + ", but the registry's answer has none");
    }
    try {
      return new Schema.Parser().parse(schema.textValue());
    } catch (RuntimeException e) {
      throw new SerializationException(
          "Expected schema id " + id + " to be Avro without references, but it is another", e);
    }
  }

  @Override
  public void check() {
    call("GET", "/config", null);
  }

  private JsonNode call(String method, String path, @Nullable JsonNode body) {
    Exception last = null;
    for (URI base : config.urls()) {
      try {
        HttpResponse<byte[]> response =
            http.send(request(method, base, path, body), BodyHandlers.ofByteArray());
        int status = response.statusCode();
        if (status / 100 == 2) {
          return JSON.readTree(response.body());
        }
        String answer = status + " " + new String(response.body(), UTF_8);
        if (status == 401 || status == 403) {
          throw new AuthenticationException(
              "Expected basic.auth.user.info to be good for %s, but it is refused: %s"
                  .formatted(base, answer));
        }
        if (status / 100 == 4 && status != 408 && status != 429) {
          throw new SerializationException(
              "Expected " + method + " " + path + " to be accepted, but it was not: " + answer);
        }
        last = new IOException(answer);
      } catch (IOException e) {
        last = e;
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }
    throw new RegistryUnavailableException(
        "Expected a schema registry at one of " + config.urls() + ", but none answered", last);
  }

  private HttpRequest request(String method, URI base, String path, @Nullable JsonNode body)
      throws IOException {
    BodyPublisher publisher =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(REQUEST_TIMEOUT)
            .header("Accept", MEDIA_TYPE)
            .header("Content-Type", MEDIA_TYPE)
            .method(method, publisher);
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private static JsonNode body(Schema schema) {
    return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
  }

  private static int intField(JsonNode answer, String name) {
    if (!answer.path(name).isInt()) {
      throw new SerializationException(
          "Expected the registry to answer with " + name + ", but got " + answer);
    }
    return answer.get(name).intValue();
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
  }
}
