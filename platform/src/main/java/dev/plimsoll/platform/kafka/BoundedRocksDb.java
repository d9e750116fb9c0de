/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One memory budget for all stores of the process: without it each of the many small stores may
 * take about 100 MB.
 *
 * @see <a href="https://kafka.apache.org/documentation/streams/developer-guide/memory-mgmt">the
 *     recipe</a>
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
  /** Key under which a runtime hands over its budget in bytes. */
  public static final String BYTES = "plimsoll.rocksdb.bytes";

  private static final long MEMTABLE_BYTES = 8L * 1024 * 1024;

  /** RocksDB sets 4 MB of disk aside for each store's manifest; these stay under 100 KB. */
  private static final long MANIFEST_BYTES = 64L * 1024;

  private static @Nullable Cache cache;
  private static @Nullable WriteBufferManager writeBuffers;

  private static synchronized Cache cache(long bytes) {
    if (cache == null) {
      RocksDB.loadLibrary();
      cache = new LRUCache(bytes, -1, false, 0.1);
      writeBuffers = new WriteBufferManager(bytes / 2, cache);
    }
    return cache;
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    Cache shared = cache(Long.parseLong(String.valueOf(configs.get(BYTES))));
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(shared);
    table.setCacheIndexAndFilterBlocks(true);
    table.setCacheIndexAndFilterBlocksWithHighPriority(true);
    table.setPinTopLevelIndexAndFilter(true);
    table.setFilterPolicy(new BloomFilter(10));
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(writeBuffers);
    options.setWriteBufferSize(MEMTABLE_BYTES);
    options.setMaxWriteBufferNumber(2);
    options.setManifestPreallocationSize(MANIFEST_BYTES);
  }

  @Override
  public void close(String storeName, Options options) {
    // The cache and the write buffers are shared and live as long as the process.
  }
}
