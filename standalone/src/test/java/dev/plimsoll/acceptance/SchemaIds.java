/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * The ids of an installation's schema registry.
 *
 * @param url base address, Confluent protocol
 */
record SchemaIds(String url) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The id of the newest schema of a subject. */
  int latest(String subject) throws IOException, InterruptedException {
    return id(request("/subjects/" + subject + "/versions/latest"));
  }

  /** Registers a schema of another kind than Avro, as any other user of a registry may. */
  int registerJsonSchema(String subject) throws IOException, InterruptedException {
    ObjectNode schema =
        Api.JSON
            .createObjectNode()
            .put("schemaType", "JSON")
            .put(
                "schema",
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\"}");
    return id(
        request("/subjects/" + subject + "/versions")
            .POST(BodyPublishers.ofString(schema.toString())));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Content-Type", "application/vnd.schemaregistry.v1+json");
  }

  private static int id(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("Expected a schema's id, but got " + answer.body());
    }
    return Api.JSON.readTree(answer.body()).path("id").intValue();
  }
}
