/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import org.jspecify.annotations.Nullable;

/**
 * The room that a row has for what clients wrote, in bytes of JSON: a control character takes six
 * there, so a limit in bytes of text would not hold.
 */
final class Room {
  private int left;
  private boolean cut;

  /** Room for so many bytes; {@link Integer#MAX_VALUE} is as much as there is. */
  Room(int bytes) {
    this.left = bytes;
  }

  /** The longest beginning of a text that fits, of at most {@code max} bytes. */
  String take(String text, int max) {
    if (left == Integer.MAX_VALUE) {
      return text;
    }
    int room = Math.min(max, left);
    int end = 0;
    int bytes = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      int next = bytes + jsonBytes(codePoint);
      if (next > room) {
        cut = true;
        break;
      }
      bytes = next;
      end += Character.charCount(codePoint);
    }
    left -= bytes;
    return text.substring(0, end);
  }

  /** The same for a text that may be missing. */
  @Nullable String takeIfThere(@Nullable String text, int max) {
    return text == null ? null : take(text, max);
  }

  /**
   * Takes room for something that cannot be cut; false, and nothing taken, when it does not fit.
   */
  boolean reserve(int bytes) {
    if (left == Integer.MAX_VALUE) {
      return true;
    }
    if (bytes > left) {
      cut = true;
      return false;
    }
    left -= bytes;
    return true;
  }

  /** Gives back what was reserved. */
  void release(int bytes) {
    if (left != Integer.MAX_VALUE) {
      left += bytes;
    }
  }

  /** Whether anything did not fit. */
  boolean isCut() {
    return cut;
  }

  private static int jsonBytes(int codePoint) {
    if (codePoint < 0x20) {
      return 6;
    }
    if (codePoint == '"' || codePoint == '\\') {
      return 2;
    }
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
