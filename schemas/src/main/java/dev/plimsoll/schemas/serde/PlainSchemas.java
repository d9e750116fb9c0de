/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** Schemas as other languages should see them: without the hints for Avro's Java classes. */
final class PlainSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JAVA_STRING = "avro.java.string";

  private PlainSchemas() {}

  /** The same schema without {@code avro.java.string}. */
  static Schema withoutJavaTypes(Schema schema) {
    try {
      JsonNode json = JSON.readTree(schema.toString());
      return new Schema.Parser().parse(strip(json).toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected a schema to print as JSON, but it did not", e);
    }
  }

  private static JsonNode strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(JAVA_STRING);
      if (object.size() == 1 && object.path("type").isTextual()) {
        return object.get("type");
      }
      object.fieldNames().forEachRemaining(name -> object.set(name, strip(object.get(name))));
    } else if (node.isArray()) {
      var array = (com.fasterxml.jackson.databind.node.ArrayNode) node;
      for (int i = 0; i < array.size(); i++) {
        array.set(i, strip(array.get(i)));
      }
    }
    return node;
  }
}
