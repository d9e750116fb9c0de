/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

import dev.plimsoll.bench.report.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs contenders in turns, A B A B, so that a machine that gets busier or slower with time does so
 * for all of them.
 *
 * @param warmUps rounds that are not counted
 * @param runs rounds that are
 * @param before makes the machine the same for every run
 */
record Interleaved(int warmUps, int runs, Runnable before) {

  /** The results of each contender, in their order: one list a contender, one result a run. */
  <T> List<List<T>> results(List<Supplier<T>> contenders) {
    List<List<T>> results = new ArrayList<>();
    contenders.forEach(contender -> results.add(new ArrayList<>()));
    for (int round = 0; round < warmUps + runs; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        before.run();
        T result = contenders.get(i).get();
        if (round >= warmUps) {
          results.get(i).add(result);
        }
      }
    }
    return results;
  }

  /** The samples of each contender, in their order. */
  List<Samples> samples(List<Supplier<Double>> contenders) {
    return results(contenders).stream().map(Samples::new).toList();
  }
}
