/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.domain.session.Sha256;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LineTemplateTest {
  @Property(tries = 300)
  void shouldGiveTheLineBack(@ForAll long seed) throws JsonProcessingException {
    // given
    JsonNode line = object(new Random(seed), 3);
    JsonNode asBefore = line.deepCopy();

    // when
    JsonNode filled = refill(LineTemplate.take(line));

    // then
    assertThat(line).isEqualTo(asBefore);
    assertThat(filled).isEqualTo(LineTemplate.parse(line.toString())).hasToString(line.toString());
  }

  @Test
  void shouldKeepNumbersToTheLastDigit() throws JsonProcessingException {
    // given
    String json = "{\"cost\":0.0012000000000000001,\"one\":1.0,\"big\":12345678901234567890123}";

    // when
    JsonNode filled = refill(LineTemplate.take(LineTemplate.parse(json)));

    // then
    assertThat(filled).hasToString(json);
  }

  @Test
  void shouldStoreALargeTextUnderTheDigestOfItsUtf8() {
    // given
    String text = "ü".repeat(1025);

    // when
    LineTemplate.Taken taken =
        LineTemplate.take(JsonNodeFactory.instance.objectNode().put("a/b~c", text));

    // then
    assertThat(taken.template().json()).isEqualTo("{\"a/b~c\":\"\"}");
    assertThat(taken.template().holes())
        .singleElement()
        .satisfies(hole -> {
          assertThat(hole.getPointer()).isEqualTo("/a~1b~0c");
          assertThat(hole.getDigest()).isEqualTo(Sha256.hex(text.getBytes(UTF_8)));
          assertThat(hole.getBase64()).isFalse();
        });
  }

  @Test
  void shouldStoreAnImageAsItsBytesOnlyIfTheyGiveTheSameTextAgain() {
    // given
    String canonical = Base64.getEncoder().encodeToString(new byte[3001]);
    String unpadded = canonical.replace("=", "");

    // when
    LineTemplate.Taken bytes = LineTemplate.take(image(canonical));
    LineTemplate.Taken text = LineTemplate.take(image(unpadded));

    // then
    assertThat(bytes.template().holes().getFirst().getBase64()).isTrue();
    assertThat(bytes.blobs().getFirst().getData().remaining()).isEqualTo(3001);
    assertThat(text.template().holes().getFirst().getBase64()).isFalse();
    assertThat(refill(text)).isEqualTo(image(unpadded));
  }

  private static ObjectNode image(String data) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "image")
        .put("mimeType", "image/png")
        .put("data", data);
  }

  private static JsonNode refill(LineTemplate.Taken taken) {
    Map<String, byte[]> stored = new HashMap<>();
    taken.blobs().forEach(blob -> stored.put(blob.getDigest(), blob.getData().array()));
    return taken.template().fill(digest -> requireNonNull(stored.get(digest)));
  }

  private static ObjectNode object(Random random, int depth) {
    String[] keys = {"data", "a/b", "~", "0", "", "type", "größe", "text"};
    ObjectNode object = JsonNodeFactory.withExactBigDecimals(true).objectNode();
    for (int i = random.nextInt(5); i >= 0; i--) {
      object.set(keys[random.nextInt(keys.length)], value(random, depth));
    }
    return random.nextInt(4) == 0 ? object.put("type", "image").put("mimeType", "a/b") : object;
  }

  private static JsonNode value(Random random, int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.withExactBigDecimals(true);
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> nodes.textNode("x😀\n".repeat(random.nextInt(1200)));
      case 1 -> nodes.textNode(Base64.getEncoder().encodeToString(new byte[random.nextInt(4000)]));
      case 2 -> nodes.numberNode(new BigDecimal("1." + "0".repeat(random.nextInt(20)) + "10"));
      case 3 -> nodes.numberNode(random.nextInt());
      case 4 -> nodes.nullNode();
      case 5 -> nodes.booleanNode(random.nextBoolean());
      case 6 -> {
        ArrayNode array = nodes.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(value(random, depth - 1));
        }
        yield array;
      }
      default -> object(random, depth - 1);
    };
  }
}
