/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.kernel;

import java.time.Instant;

/**
 * Turns a command into events. Pure: the state, the command and the append time are all it knows.
 *
 * @param <S> the state, a draft: events are applied to it as they are recorded
 * @param <C> commands
 * @param <E> events
 * @param <A> answers
 */
@FunctionalInterface
public interface Decider<S, C, E, A> {

  /**
   * Decides.
   *
   * @param state the state before the command; after an acceptance the state with its events
   *     applied; after a rejection to be thrown away
   * @param appendedAt append time of the command in the log
   */
  Decision<E, A> decide(S state, C command, Instant appendedAt);
}
