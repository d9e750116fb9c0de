/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.history.stream.ActivityKey;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.schemas.topics.SessionKey;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in the session list, opaque to clients. */
final class Cursor {
  private Cursor() {}

  static @Nullable String encode(@Nullable ActivityKey key) {
    return key == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                (key.lastActivity().toEpochMilli() + "/" + key.session()).getBytes(UTF_8));
  }

  static @Nullable ActivityKey decode(String tenant, @Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      int slash = text.indexOf('/');
      long millis = Long.parseLong(text.substring(0, Math.max(0, slash)));
      String session = text.substring(slash + 1);
      if (millis >= 0 && SessionKey.isId(session)) {
        return new ActivityKey(tenant, Instant.ofEpochMilli(millis), session);
      }
    } catch (IllegalArgumentException e) {
      // Falls through: neither base64 nor a number.
    }
    throw new ProblemException(
        Problem.invalid("cursor", "Expected a cursor of an earlier answer, but got another"));
  }
}
