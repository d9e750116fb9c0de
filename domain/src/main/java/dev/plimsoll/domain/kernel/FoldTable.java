/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A fold that reads as a table: one row an event type.
 *
 * @param <S> the state
 * @param <E> events
 */
public final class FoldTable<S, E> implements Fold<S, E> {
  private final Map<Class<? extends E>, BiConsumer<S, E>> rows;

  private FoldTable(Map<Class<? extends E>, BiConsumer<S, E>> rows) {
    this.rows = Map.copyOf(rows);
  }

  /** An empty table to add rows to. */
  public static <S, E> Builder<S, E> rows() {
    return new Builder<>();
  }

  /** The event types that have a row. */
  public Set<Class<? extends E>> events() {
    return rows.keySet();
  }

  @Override
  public void apply(S state, E event) {
    BiConsumer<S, E> row = rows.get(event.getClass());
    if (row == null) {
      throw new UnknownEventException(event.getClass());
    }
    row.accept(state, event);
  }

  /** Collects the rows. */
  public static final class Builder<S, E> {
    private final Map<Class<? extends E>, BiConsumer<S, E>> rows = new HashMap<>();

    /** Adds the row of an event type. */
    public <X extends E> Builder<S, E> on(Class<X> event, BiConsumer<S, X> applier) {
      rows.put(event, (state, e) -> applier.accept(state, event.cast(e)));
      return this;
    }

    /** The finished table. */
    public FoldTable<S, E> build() {
      return new FoldTable<>(rows);
    }
  }
}
