/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

/**
 * What a bot asks for.
 *
 * @param format the shape of the messages
 * @param window the model's context window in tokens; 0 for no limit
 * @param reserve tokens of the window that the bot needs itself: the answer, the definitions of
 *     tools, its own system prompt
 */
public record ContextRequest(ContextFormat format, long window, long reserve) {
  /** A tenth of what is left is kept free: counts of another provider's tokens are estimates. */
  private static final long SAFETY_DIVISOR = 10;

  /** No limit. */
  public static ContextRequest whole(ContextFormat format) {
    return new ContextRequest(format, 0, 0);
  }

  /** Tokens that the messages may have. */
  public long budget() {
    if (window == 0) {
      return Long.MAX_VALUE;
    }
    long left = Math.max(0, window - reserve);
    return left - (left + SAFETY_DIVISOR - 1) / SAFETY_DIVISOR;
  }
}
