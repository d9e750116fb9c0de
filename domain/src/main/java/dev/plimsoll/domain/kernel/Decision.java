/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.kernel;

import java.util.List;

/**
 * What became of a command.
 *
 * @param <E> events
 * @param <A> the answer to whoever sent the command
 */
public sealed interface Decision<E, A> {

  /**
   * The command is accepted.
   *
   * @param events what happened, in order; empty for a repeated command
   * @param answer the answer, which stays true whatever happens later
   */
  record Accepted<E, A>(List<E> events, A answer) implements Decision<E, A> {}

  /** The command is refused: nothing happened, and its id is not used up. */
  record Rejected<E, A>(Rejection rejection) implements Decision<E, A> {}
}
