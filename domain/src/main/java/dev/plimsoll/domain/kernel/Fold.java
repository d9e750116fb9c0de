/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.kernel;

/**
 * Applies events to a state. The same fold runs live and in every replay; it never validates, calls
 * out or fails on an event that it knows.
 *
 * @param <S> the state, a draft that is changed in place
 * @param <E> events
 */
@FunctionalInterface
public interface Fold<S, E> {

  /**
   * Applies one event.
   *
   * @throws UnknownEventException for an event without a row in the fold
   */
  void apply(S state, E event);
}
