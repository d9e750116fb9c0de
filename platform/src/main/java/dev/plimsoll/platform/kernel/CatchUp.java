/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import dev.plimsoll.platform.kafka.NotReadyException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Which partitions of an aggregate may be read here. Whoever gets a partition may find commands in
 * it that the owner before has answered already but not committed; until those are decided again, a
 * read would show a state older than an answer.
 *
 * <pre>
 *   assigned (end offset E as seen now) ──decided E - 1──► caught up
 *        └── nothing left to decide ───────────────────────────┘
 * </pre>
 */
public final class CatchUp {
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final IntFunction<Backlog> backlogOf;
  private final Map<Integer, Long> waitingFor = new ConcurrentHashMap<>();

  /**
   * What a partition of commands holds at an assignment.
   *
   * @param committed offset of the first command that is not committed
   * @param end offset after the newest command
   */
  public record Backlog(long committed, long end) {}

  /** Reads backlogs with a function that asks the broker. */
  public CatchUp(IntFunction<Backlog> backlogOf) {
    this.backlogOf = backlogOf;
  }

  /** A catch-up that never waits: for one instance in tests. */
  public static CatchUp none() {
    return new CatchUp(partition -> new Backlog(0, 0));
  }

  /**
   * Refuses a read that could be older than an answer.
   *
   * @throws NotReadyException until the partition is caught up
   */
  public void check(int partition) {
    Long end = waitingFor.get(partition);
    if (end == null) {
      return;
    }
    // The last offset may be no record (the marker of a transaction): then only the commit tells.
    if (end == UNKNOWN || backlogOf.apply(partition).committed() < end) {
      throw new NotReadyException("partition " + partition + " to be caught up", null);
    }
    waitingFor.remove(partition, end);
  }

  void assigned(int partition) {
    waitingFor.put(partition, UNKNOWN);
    Backlog backlog = backlogOf.apply(partition);
    if (backlog.committed() >= backlog.end()) {
      waitingFor.remove(partition);
    } else {
      waitingFor.put(partition, backlog.end());
    }
  }

  void decided(int partition, long offset) {
    Long end = waitingFor.get(partition);
    if (end != null && offset + 1 >= end) {
      waitingFor.remove(partition);
    }
  }
}
