/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import dev.plimsoll.domain.session.SessionAnswer;
import dev.plimsoll.schemas.session.state.Acceptance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to an entry; a retry gets the very same.
 *
 * @param seq its sequence in the session
 * @param stored inline, stub or reference
 * @param state the size of the session's state right after it
 * @param compaction none, requested or applied
 */
@Schema(
    name = "Appended",
    example =
        """
        {"seq": 2, "id": "telegram:998:4711", "stored": "inline",
         "state": {"bytes": 231, "tokens": 9, "entries": 1}, "compaction": "none"}\
        """)
public record AppendedView(long seq, String id, String stored, StateView state, String compaction) {

  static AppendedView of(SessionAnswer.Accepted accepted) {
    Acceptance acceptance = accepted.acceptance();
    return new AppendedView(
        acceptance.getSeq(),
        accepted.id(),
        acceptance.getStored(),
        new StateView(
            acceptance.getStateBytes(), acceptance.getStateTokens(), acceptance.getStateEntries()),
        "none");
  }
}
