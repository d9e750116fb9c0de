/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import dev.plimsoll.schemas.shared.Entry;
import java.util.Locale;

/** How an entry lies in the state. */
public enum StoredAs {
  /** Whole. */
  INLINE,
  /** With at least one content replaced by a stub. */
  STUB;

  /** How this entry is stored. */
  public static StoredAs of(Entry entry) {
    boolean stubbed =
        entry.getContent().stream().anyMatch(block -> block.getStub() != null)
            || entry.getToolCalls().stream().anyMatch(call -> call.getStub() != null);
    return stubbed ? STUB : INLINE;
  }

  /** The word for it in an answer. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
