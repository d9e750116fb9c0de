/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

/** The system prompts, or they and the newest turn, are larger than the model's window allows. */
public final class ContextExceedsWindowException extends RuntimeException {
  private final long budget;

  ContextExceedsWindowException(long budget) {
    super(
        "Expected the system prompts and the newest turn to fit %d tokens, but they do not"
            .formatted(budget));
    this.budget = budget;
  }

  /** What there was room for, in tokens. */
  public long budget() {
    return budget;
  }
}
