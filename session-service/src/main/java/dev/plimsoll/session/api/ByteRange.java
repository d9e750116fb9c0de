/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A single byte range of RFC 9110, section 14; several ranges at once are answered with the whole.
 *
 * @param first offset of the first byte
 * @param last offset of the last byte, inclusive
 */
record ByteRange(int first, int last) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

  /** The range that a header asks for; empty when it asks for the whole. */
  static Optional<ByteRange> parse(@Nullable String header, int length) {
    if (header == null) {
      return Optional.empty();
    }
    Matcher matcher = SINGLE.matcher(header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.empty();
    }
    int first;
    int last = length - 1;
    if (matcher.group(1).isEmpty()) {
      first = Math.max(0, length - Integer.parseInt(matcher.group(2)));
    } else {
      first = Integer.parseInt(matcher.group(1));
      if (!matcher.group(2).isEmpty()) {
        int wanted = Integer.parseInt(matcher.group(2));
        if (wanted < first) {
          return Optional.empty(); // No range at all, says the RFC: to be ignored.
        }
        last = Math.min(last, wanted);
      }
    }
    if (first > last) {
      throw new ProblemException(
          Problem.of(
                  416,
                  "range_not_satisfiable",
                  "Expected a range within the content, but got another")
              .with("bytes", length));
    }
    return Optional.of(new ByteRange(first, last));
  }

  /** Number of bytes. */
  int length() {
    return last - first + 1;
  }

  /** Value of the header that describes the answer. */
  String contentRange(int of) {
    return "bytes %d-%d/%d".formatted(first, last, of);
  }
}
