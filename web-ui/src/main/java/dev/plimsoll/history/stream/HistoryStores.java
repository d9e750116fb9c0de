/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of the history, wherever they run. */
interface HistoryStores {
  /** Partitions that sessions are spread over. */
  int partitions();

  /**
   * One partition of a store, for reading.
   *
   * @throws dev.plimsoll.platform.kafka.NotReadyException while it is not here
   */
  ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition);
}
