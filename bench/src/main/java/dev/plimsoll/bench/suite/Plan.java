/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.suite;

/**
 * How much every bench does.
 *
 * @param warmUps runs that are not counted, before the first that is
 * @param runs that are counted
 * @param startups runs of the start, each one from nothing and one again
 * @param appends commands a run, through the topic
 * @param rawRecords records a run of the raw producer, which is faster
 * @param requests HTTP requests a run
 * @param sessions that the load is spread over
 * @param pagedEntries entries of the session that is paged through
 * @param connections of the HTTP load
 * @param compression of every producer, {@code lz4} or {@code none}
 * @param seed of all texts and of all random choices
 */
public record Plan(
    int warmUps,
    int runs,
    int startups,
    int appends,
    int rawRecords,
    int requests,
    int sessions,
    int pagedEntries,
    int connections,
    String compression,
    long seed) {

  /** Sizes at which runs last for seconds: what figures are quoted from. */
  static Plan full(int runs, int pagedEntries, String compression, long seed) {
    return new Plan(
        2, runs, 3, 60_000, 300_000, 10_000, 1_000, pagedEntries, 16, compression, seed);
  }

  /** Sizes at which everything is exercised and nothing is measured: for a smoke test. */
  static Plan quick(String compression, long seed) {
    return new Plan(1, 2, 1, 2_000, 10_000, 500, 100, 2_000, 4, compression, seed);
  }
}
