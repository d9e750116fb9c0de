/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import java.util.Map;

/**
 * JSON can escape half a character (a lone surrogate, as of a text that was cut in the middle of an
 * emoji). No UTF-8 can hold it, so it would be stored as something else: it is refused.
 */
final class UnicodeText {
  private UnicodeText() {}

  /** Refuses a document with a text that is no Unicode; names the field. */
  static void check(JsonNode document) {
    check(document, "");
  }

  private static void check(JsonNode node, String at) {
    if (node.isTextual()) {
      checkText(node.textValue(), at);
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String path = at.isEmpty() ? member.getKey() : at + "." + member.getKey();
        checkText(member.getKey(), at);
        check(member.getValue(), path);
      }
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), at + "[" + i + "]");
      }
    }
  }

  private static void checkText(String text, String at) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          throw new ProblemException(
              Problem.of(400, "invalid_text", "Expected whole characters, but got half of one")
                  .with("field", at));
        }
        i++;
      }
    }
  }
}
