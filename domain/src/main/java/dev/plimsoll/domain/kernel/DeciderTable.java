/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.kernel;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A decider that reads as a table: one row a command type.
 *
 * @param <S> the state
 * @param <C> commands
 * @param <E> events
 * @param <A> answers
 */
public final class DeciderTable<S, C, E, A> implements Decider<S, C, E, A> {
  private final Map<Class<? extends C>, Decider<S, C, E, A>> rows;

  private DeciderTable(Map<Class<? extends C>, Decider<S, C, E, A>> rows) {
    this.rows = Map.copyOf(rows);
  }

  /** An empty table to add rows to. */
  public static <S, C, E, A> Builder<S, C, E, A> rows() {
    return new Builder<>();
  }

  /** The command types that have a row. */
  public Set<Class<? extends C>> commands() {
    return rows.keySet();
  }

  @Override
  public Decision<E, A> decide(S state, C command, Instant appendedAt) {
    Decider<S, C, E, A> row = rows.get(command.getClass());
    if (row == null) {
      return new Decision.Rejected<>(
          new Rejection(
              "unknown_command",
              "Expected a command that this aggregate knows, but got "
                  + command.getClass().getSimpleName(),
              null));
    }
    return row.decide(state, command, appendedAt);
  }

  /** Collects the rows. */
  public static final class Builder<S, C, E, A> {
    private final Map<Class<? extends C>, Decider<S, C, E, A>> rows = new HashMap<>();

    /** Adds the row of a command type. */
    public <X extends C> Builder<S, C, E, A> on(
        Class<X> command, Decider<S, ? super X, E, A> decider) {
      rows.put(command, (state, c, at) -> decider.decide(state, command.cast(c), at));
      return this;
    }

    /** The finished table. */
    public DeciderTable<S, C, E, A> build() {
      return new DeciderTable<>(rows);
    }
  }
}
