/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.plimsoll.platform.http.HttpLimits;
import dev.plimsoll.platform.kernel.TooLargeException;
import dev.plimsoll.platform.problem.JsonProblems;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * JSON as it is taken from clients: what is not understood in full is refused, never guessed, so
 * that nothing that a client meant is lost.
 */
public final class StrictJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .addModule(new SimpleModule().addDeserializer(Instant.class, new IsoInstant()))
          .withCoercionConfig(
              LogicalType.Textual,
              config -> {
                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
              })
          .build();

  private StrictJson() {}

  /**
   * Reads a body; 400 for invalid UTF-8, malformed JSON, and texts that are no Unicode; 413 for a
   * body that came without a length and turned out too large.
   */
  public static JsonNode read(byte[] body) {
    if (body.length > HttpLimits.MAX_BODY_BYTES) {
      throw new TooLargeException(body.length, HttpLimits.MAX_BODY_BYTES);
    }
    try {
      JsonNode node = MAPPER.readTree(decode(body));
      if (node == null || node.isMissingNode()) {
        throw new ProblemException(
            Problem.of(400, "malformed_json", "Expected a JSON document, but the body is empty")
                .with("field", ""));
      }
      UnicodeText.check(node);
      return node;
    } catch (JsonProcessingException e) {
      throw new ProblemException(JsonProblems.of(e));
    }
  }

  /**
   * Binds a node to a request type.
   *
   * @param at where the node stands in the document: prefix of the fields that are named
   */
  public static <T> T bind(JsonNode node, Class<T> type, String at) {
    try {
      T bound = MAPPER.treeToValue(node, type);
      if (bound == null) {
        throw new ProblemException(Problem.invalid(at, "Expected a JSON object, but got null"));
      }
      return bound;
    } catch (JsonProcessingException e) {
      Problem problem = JsonProblems.of(e);
      throw new ProblemException(
          at.isEmpty()
              ? problem
              : problem.with("field", at + "." + problem.more().getOrDefault("field", "")));
    }
  }

  /** One text for all spellings of the same document: members sorted, no white space. */
  static byte[] canonical(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected a parsed document to print, but it did not", e);
    }
  }

  private static String decode(byte[] body) {
    try {
      CharBuffer text =
          UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(body));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          Problem.of(400, "invalid_utf8", "Expected UTF-8, but the body is not").with("field", ""));
    }
  }

  /** A time in words only: a bare number could be seconds or milliseconds. */
  private static final class IsoInstant extends StdScalarDeserializer<Instant> {
    IsoInstant() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      try {
        return Instant.parse(parser.getText());
      } catch (DateTimeException e) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, parser.getText(), "not ISO 8601");
      }
    }
  }
}
