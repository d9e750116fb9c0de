/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.kernel;

/** An aggregate met an event that this build does not know: it must stop, not guess. */
public final class UnknownEventException extends RuntimeException {

  /** Names the class of the event. */
  public UnknownEventException(Class<?> event) {
    super(
        "Expected an event with a row in the fold, but got "
            + event.getName()
            + ": deploy a build that knows it");
  }
}
