/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and lists keys as the holder of an administrator's key. */
record KeyAdmin(Api api) {

  /** A new key as the API shows it, secret included; of the administrator's tenant for null. */
  JsonNode create(String role, @Nullable String tenant) {
    ObjectNode request = Api.JSON.createObjectNode().put("label", "of a test");
    request.putArray("roles").add(role);
    request.put("tenant", tenant);
    return api.post("/v1/keys", request).fine();
  }

  /** The API for the holder of a new key. */
  Api apiOf(String role, @Nullable String tenant) {
    return new Api(api.address(), create(role, tenant).path("key").asText());
  }

  /** The ids of all keys. */
  List<String> ids() {
    return api.get("/v1/keys")
        .fine()
        .path("keys")
        .valueStream()
        .map(key -> key.path("id").asText())
        .toList();
  }
}
