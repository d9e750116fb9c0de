/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.plimsoll.domain.session.Sha256;
import dev.plimsoll.schemas.session.Blob;
import dev.plimsoll.schemas.shared.LineHole;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A line of a transcript without its large strings, which lie in the blob topic under the same
 * digests as the offloaded contents of its entry: each is stored once. Filled again it equals the
 * line as JSON, numbers to the last digit.
 *
 * @param json the line, with an empty string where one was taken out
 * @param holes where they were
 */
public record LineTemplate(String json, List<LineHole> holes) {
  /** A string over this many bytes is taken out. */
  public static final int MAX_STRING_BYTES = 2 * 1024;

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  /**
   * What became of a line.
   *
   * @param template what is left
   * @param blobs the contents to write before the template
   */
  public record Taken(LineTemplate template, List<Blob> blobs) {}

  /** Takes the large strings out; the line itself is not changed. */
  public static Taken take(JsonNode line) {
    JsonNode rest = line.deepCopy();
    List<LineHole> holes = new ArrayList<>();
    List<Blob> blobs = new ArrayList<>();
    take(rest, "", holes, blobs);
    return new Taken(new LineTemplate(rest.toString(), List.copyOf(holes)), List.copyOf(blobs));
  }

  /** Reads JSON with exact numbers. */
  public static JsonNode parse(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }

  /**
   * The line as it was.
   *
   * @param content finds the bytes of a digest
   */
  public JsonNode fill(Function<String, byte[]> content) {
    JsonNode line;
    try {
      line = parse(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected the JSON of a line, but got another text", e);
    }
    for (LineHole hole : holes) {
      byte[] bytes = content.apply(hole.getDigest());
      String text =
          hole.getBase64() ? Base64.getEncoder().encodeToString(bytes) : new String(bytes, UTF_8);
      put(line, JsonPointer.compile(hole.getPointer()), TextNode.valueOf(text));
    }
    return line;
  }

  private static void put(JsonNode line, JsonPointer at, TextNode text) {
    JsonNode parent = line.at(at.head());
    if (parent instanceof ObjectNode object) {
      object.set(at.last().getMatchingProperty(), text);
    } else if (parent instanceof ArrayNode array) {
      array.set(at.last().getMatchingIndex(), text);
    }
  }

  private static void take(JsonNode node, String at, List<LineHole> holes, List<Blob> blobs) {
    if (node instanceof ObjectNode object) {
      String mediaType = mediaType(object);
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String key = member.getKey();
        String pointer = at + "/" + key.replace("~", "~0").replace("/", "~1");
        boolean media = key.equals("data") && !mediaType.equals(TEXT);
        if (isLarge(member.getValue())) {
          hole(member.getValue().textValue(), pointer, media ? mediaType : TEXT, holes, blobs);
          member.setValue(TextNode.valueOf(""));
        } else {
          take(member.getValue(), pointer, holes, blobs);
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        if (isLarge(array.get(i))) {
          hole(array.get(i).textValue(), at + "/" + i, TEXT, holes, blobs);
          array.set(i, TextNode.valueOf(""));
        } else {
          take(array.get(i), at + "/" + i, holes, blobs);
        }
      }
    }
  }

  private static void hole(
      String text, String pointer, String mediaType, List<LineHole> holes, List<Blob> blobs) {
    Optional<byte[]> media = mediaType.equals(TEXT) ? Optional.empty() : decoded(text);
    byte[] bytes = media.orElseGet(() -> text.getBytes(UTF_8));
    String digest = Sha256.hex(bytes);
    holes.add(new LineHole(pointer, digest, media.isPresent()));
    blobs.add(new Blob(digest, media.isPresent() ? mediaType : TEXT, ByteBuffer.wrap(bytes)));
  }

  /** The bytes of a base64 text, if they give the same text again. */
  private static Optional<byte[]> decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String mediaType(ObjectNode object) {
    String type = object.path("mimeType").asText("");
    return object.path("type").asText("").equals("image") && !type.isEmpty() ? type : TEXT;
  }

  private static boolean isLarge(JsonNode node) {
    return node.isTextual()
        && node.textValue().length() > MAX_STRING_BYTES / 3
        && node.textValue().getBytes(UTF_8).length > MAX_STRING_BYTES;
  }
}
