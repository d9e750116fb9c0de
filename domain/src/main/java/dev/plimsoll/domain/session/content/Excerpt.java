/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.content;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The beginning and the end of a long text, {@value #MAX_BYTES} bytes in all, cut on character
 * boundaries.
 */
public record Excerpt(String head, String tail) {
  /** Bytes of head and tail together. */
  public static final int MAX_BYTES = 1536;

  private static final int HEAD_BYTES = 1024;
  private static final int TAIL_BYTES = MAX_BYTES - HEAD_BYTES;

  /** The excerpt of a text that is longer than {@link #MAX_BYTES}. */
  public static Excerpt of(String text) {
    return new Excerpt(firstBytes(text, HEAD_BYTES), lastBytes(text, TAIL_BYTES));
  }

  /** The longest beginning of a text that has at most {@code max} bytes and splits no character. */
  public static String firstBytes(String text, int max) {
    if (text.length() <= max / 3 || text.getBytes(UTF_8).length <= max) {
      return text;
    }
    int end = 0;
    int bytes = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      bytes += utf8Bytes(codePoint);
      if (bytes > max) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }

  private static String lastBytes(String text, int max) {
    int start = text.length();
    int bytes = 0;
    while (start > 0) {
      int codePoint = text.codePointBefore(start);
      bytes += utf8Bytes(codePoint);
      if (bytes > max) {
        break;
      }
      start -= Character.charCount(codePoint);
    }
    return text.substring(start);
  }

  private static int utf8Bytes(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
