/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How many rows a page has: 50 unless told, at most 200. */
final class PageLimit {
  private static final int DEFAULT = 50;
  private static final int MAX = 200;

  private PageLimit() {}

  static int of(@Nullable Integer wanted) {
    if (wanted == null) {
      return DEFAULT;
    }
    if (wanted < 1 || wanted > MAX) {
      throw new ProblemException(
          Problem.invalid("limit", "Expected 1-200, but got another number"));
    }
    return wanted;
  }
}
