/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The two calls of a registry that matter here, in the Confluent protocol, with JSON as text. */
record SchemaClient(String url) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Registers a record type of that name and returns the answer: its id. */
  String register(String subject, String recordName) throws Exception {
    String schema =
        "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"%s\\\",\\\"fields\\\":[]}"
            .formatted(recordName);
    return answer(
        HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions"))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString("{\"schema\":\"" + schema + "\"}")));
  }

  /** Returns the schema of an id, as the registry answers it. */
  String byId(String id) throws Exception {
    return answer(HttpRequest.newBuilder(URI.create(url + "/schemas/ids/" + id)));
  }

  private static String answer(HttpRequest.Builder request) throws Exception {
    var response = HTTP.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return response.body();
  }
}
