/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;

/**
 * Everything that a context was made of besides the history: with it the same context can be
 * rendered again, byte for byte.
 *
 * @param throughSeq sequence of the newest event that the context knew
 * @param request what was asked for
 */
public record ContextToken(long throughSeq, ContextRequest request) {
  /** Raised when rendering changes: an older token is then refused, not answered wrongly. */
  private static final int RENDERER = 1;

  private static final int PARTS = 5;

  /** The token as clients keep it. */
  public String text() {
    String plain =
        String.join(
            ".",
            Integer.toString(RENDERER),
            Long.toString(throughSeq),
            request.format().word(),
            Long.toString(request.window()),
            Long.toString(request.reserve()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(US_ASCII));
  }

  /** Reads a token; empty when it is none, or one of another renderer. */
  public static Optional<ContextToken> parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split("\\.", -1);
      if (parts.length != PARTS || Integer.parseInt(parts[0]) != RENDERER) {
        return Optional.empty();
      }
      long throughSeq = Long.parseLong(parts[1]);
      long window = Long.parseLong(parts[3]);
      long reserve = Long.parseLong(parts[4]);
      return ContextFormat.named(parts[2])
          .filter(format -> throughSeq >= 0 && window >= 0 && reserve >= 0)
          .map(format -> new ContextToken(throughSeq, new ContextRequest(format, window, reserve)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
