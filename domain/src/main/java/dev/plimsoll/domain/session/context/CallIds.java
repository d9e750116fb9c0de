/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import java.util.HashSet;
import java.util.Set;

/**
 * Gives the calls of one context ids of their own. Some models reuse ids, and the ids of one
 * provider may have characters that another refuses; a call and its result always get the same one.
 */
final class CallIds {
  /** Providers' limit is 64 (Anthropic, OpenAI); the rest is for a suffix. */
  private static final int MAX_CHARS = 56;

  private final Set<String> taken = new HashSet<>();

  /** An id that no other call of this context has, in characters that every provider takes. */
  String unique(String id) {
    String plain = id.replaceAll("[^A-Za-z0-9_-]", "_");
    String base = plain.length() > MAX_CHARS ? plain.substring(0, MAX_CHARS) : plain;
    String candidate = base;
    for (int n = 2; !taken.add(candidate); n++) {
      candidate = base + "_" + n;
    }
    return candidate;
  }
}
