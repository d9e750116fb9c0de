/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.ToolCall;
import java.util.List;

/**
 * An entry of a context with what belongs to it, complete: every call has its result.
 *
 * @param seq sequence of the entry
 * @param entry the entry, never a tool's result
 * @param answered its calls that were answered, with their results, in the order of the calls
 */
record Turn(long seq, Entry entry, List<Answered> answered) {

  /**
   * A call and its result.
   *
   * @param id of the call in this context: the call's own, unless another call in it has the same
   */
  record Answered(String id, ToolCall call, Entry result) {}

  /** Tokens of the entry and its results. */
  long tokens() {
    return entry.getTokens() + answered.stream().mapToLong(pair -> pair.result().getTokens()).sum();
  }
}
