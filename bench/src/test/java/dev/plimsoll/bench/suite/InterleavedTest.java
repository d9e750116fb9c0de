/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterleavedTest {

  @Test
  void shouldRunContendersInTurnsAndLeaveTheWarmUpOut() {
    // given
    List<String> order = new ArrayList<>();
    Interleaved interleaved = new Interleaved(1, 2, () -> order.add("-"));

    // when
    List<List<Integer>> results =
        interleaved.results(
            List.of(
                () -> {
                  order.add("A");
                  return order.size();
                },
                () -> {
                  order.add("B");
                  return order.size();
                }));

    // then
    assertThat(order).containsExactly("-", "A", "-", "B", "-", "A", "-", "B", "-", "A", "-", "B");
    assertThat(results).containsExactly(List.of(6, 10), List.of(8, 12));
  }
}
