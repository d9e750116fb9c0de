/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActiveBranchTest {
  private final ActiveBranch branch = new ActiveBranch();

  @Test
  void shouldFollowTheParentsFromTheLastLine() {
    // when
    add(1, "a", null);
    add(2, "b", "a");
    add(3, "c", "b");

    // then
    assertThat(active()).containsExactly(1, 2, 3);
  }

  @Test
  void shouldLeaveOutAbandonedBranches() {
    // when
    add(1, "a", null);
    add(2, "abandoned", "a");
    add(3, "too", "abandoned");
    add(4, "b", "a");

    // then
    assertThat(active()).containsExactly(1, 4);
  }

  @Test
  void shouldLetFileOrderStandInForADanglingParent() {
    // when
    add(1, "a", null);
    add(2, "b", "a");
    add(4, "c", "torn away");

    // then
    assertThat(active()).containsExactly(1, 2, 4);
  }

  @Test
  void shouldLetFileOrderStandInForMissingIds() {
    // when
    add(1, null, null);
    add(2, null, null);
    add(5, null, null);

    // then
    assertThat(active()).containsExactly(1, 2, 5);
  }

  @Test
  void shouldTakeTheLastOfSeveralLinesWithOneId() {
    // when
    add(1, "a", null);
    add(2, "b", "a");
    add(3, "b", "a");
    add(4, "c", "b");

    // then
    assertThat(active()).containsExactly(1, 3, 4);
    assertThat(branch.isSuperseded(2)).isTrue();
    assertThat(branch.isSuperseded(3)).isFalse();
  }

  @Test
  void shouldBeginAtALineWithoutAParent() {
    // when
    add(1, "a", null);
    add(2, "b", "a");
    add(3, "root", null);

    // then
    assertThat(active()).containsExactly(3);
  }

  @Test
  void shouldEndOnACycle() {
    // when
    add(1, "a", "c");
    add(2, "b", "a");
    add(3, "c", "b");
    add(4, "d", "d");

    // then
    assertThat(active()).containsExactly(4);
    branch.add(5, "e", "c");
    assertThat(active()).containsExactly(1, 2, 3, 5);
  }

  @Test
  void shouldKeepWhatTheNewestCompactionKeeps() {
    // when
    add(1, "a", null);
    add(2, "b", "a");
    add(3, "c", "b");
    branch.addCut(4, "cut", "c", "c");
    add(5, "d", "cut");

    // then
    assertThat(active()).containsExactly(3, 4, 5);
  }

  @Test
  void shouldKeepNothingBeforeAResetThatNamesNothing() {
    // when
    add(1, "a", null);
    branch.addCut(2, "compaction", "a", "a");
    branch.addCut(3, "reset", "compaction", null);
    add(4, "b", "reset");

    // then
    assertThat(active()).containsExactly(3, 4);
  }

  @Test
  void shouldFollowALineThatMovesTheLeaf() {
    // when
    add(1, "a", null);
    add(2, "b", "a");
    branch.addLeaf(3, "l", "b", "a");

    // then
    assertThat(active()).containsExactly(1, 3);
  }

  @Test
  void shouldAllocateLessThan150BytesALine() {
    // given
    int lines = 1_000_000;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String before = "line0";
    add(1, before, null);

    // when
    long idBytes = 0;
    long start = threads.getCurrentThreadAllocatedBytes();
    for (int i = 2; i <= lines; i++) {
      long makingId = threads.getCurrentThreadAllocatedBytes();
      String id = "line" + i;
      idBytes += threads.getCurrentThreadAllocatedBytes() - makingId;
      add(i, id, before);
      before = id;
    }
    int active = branch.lines().cardinality();
    long allocated = threads.getCurrentThreadAllocatedBytes() - start - idBytes;

    // then: all that was ever allocated, with the arrays that were outgrown
    assertThat(active).isEqualTo(lines);
    assertThat(allocated / lines).isLessThan(150);
  }

  @Test
  void shouldBeEmptyWithoutLines() {
    // when / then
    assertThat(active()).isEmpty();
  }

  private void add(long number, @Nullable String id, @Nullable String parentId) {
    branch.add(number, id, parentId);
  }

  private List<Integer> active() {
    return branch.lines().stream().boxed().toList();
  }
}
