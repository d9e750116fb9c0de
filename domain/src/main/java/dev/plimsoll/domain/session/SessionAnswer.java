/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import dev.plimsoll.schemas.session.state.Acceptance;
import java.util.List;

/** What a session says to whoever sent a command. */
public sealed interface SessionAnswer {

  /**
   * The session has the profile that was asked for.
   *
   * @param created whether the command created the session
   * @param seq sequence of the newest event
   */
  record Profiled(boolean created, long seq) implements SessionAnswer {}

  /**
   * The live context is empty.
   *
   * @param seq sequence of the newest event
   */
  record Cleared(long seq) implements SessionAnswer {}

  /** The entries are in the session; one acceptance each, in the order of the command. */
  record Appended(List<Accepted> entries) implements SessionAnswer {

    /** Whether nothing was new: a retry. */
    public boolean replayed() {
      return entries.stream().allMatch(entry -> entry.outcome() == Outcome.REPLAYED);
    }
  }

  /**
   * An accepted entry.
   *
   * @param id its id
   * @param acceptance what was answered first, now or then
   * @param outcome what the command did
   */
  record Accepted(String id, Acceptance acceptance, Outcome outcome) {}

  /** What a command did for one of its entries. */
  enum Outcome {
    /** It was appended. */
    ADDED,
    /** The id had been accepted with the same payload: nothing to do. */
    REPLAYED,
    /** The id had been accepted with another payload, which stays; imports only. */
    DIFFERS
  }
}
