/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import dev.plimsoll.schemas.shared.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Chooses the turns that fit a budget: every system turn, then the newest others as far as they
 * fit, from the first of the user's among them on (providers refuse a context that starts
 * otherwise).
 */
final class ContextWindow {
  private ContextWindow() {}

  /**
   * The turns that fit, in order.
   *
   * @throws ContextExceedsWindowException when the system turns, or they and the newest turns from
   *     a user's on, do not fit
   */
  static List<Turn> fit(List<Turn> turns, long budget) {
    long left =
        budget - turns.stream().filter(ContextWindow::isSystem).mapToLong(Turn::tokens).sum();
    Deque<Turn> chosen = new ArrayDeque<>();
    boolean full = false;
    for (Turn turn : turns.reversed()) {
      if (isSystem(turn)) {
        chosen.addFirst(turn);
      } else if (!full) {
        left -= turn.tokens();
        full = left < 0;
        if (!full) {
          chosen.addFirst(turn);
        }
      }
    }
    if (left < 0 && !full) {
      throw new ContextExceedsWindowException(budget);
    }
    List<Turn> fitting = fromFirstUser(List.copyOf(chosen));
    if (full && fitting.stream().allMatch(ContextWindow::isSystem)) {
      throw new ContextExceedsWindowException(budget);
    }
    return fitting;
  }

  private static List<Turn> fromFirstUser(List<Turn> turns) {
    int first = 0;
    while (first < turns.size() && turns.get(first).entry().getRole() != Role.USER) {
      first++;
    }
    List<Turn> kept = new ArrayList<>(turns.subList(0, first));
    kept.removeIf(turn -> !isSystem(turn));
    kept.addAll(turns.subList(first, turns.size()));
    return kept;
  }

  private static boolean isSystem(Turn turn) {
    return turn.entry().getRole() == Role.SYSTEM;
  }
}
