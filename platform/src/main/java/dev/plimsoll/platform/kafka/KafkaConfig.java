/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Map;
import java.util.Optional;

/** Where Kafka and the registry are, and how topics are laid out. */
@ConfigMapping(prefix = "plimsoll.kafka")
public interface KafkaConfig {

  /** Bootstrap servers, {@code host:port,...}. */
  @WithDefault("127.0.0.1:9092")
  String bootstrapServers();

  /** Further client properties under Kafka's names, e.g. {@code security.protocol}. */
  Map<String, String> client();

  /**
   * Partitions of everything that is keyed by session; 1-1000, fixed for ever by the first start.
   */
  @WithDefault("6")
  int sessionPartitions();

  /** Replicas of topics and changelogs; 3 in a cluster. */
  @WithDefault("1")
  short replicationFactor();

  /** The registry under Confluent's names: {@code schema.registry.url}, ... */
  Map<String, String> registry();

  /** Directory of state stores. */
  @WithDefault("data/state")
  String stateDir();

  /** Host and port under which other instances reach this one over HTTP. */
  @WithDefault("127.0.0.1:8080")
  String applicationServer();

  /** Name of this instance, stable over restarts, for static membership. */
  @WithName("instance-id")
  Optional<String> instanceId();

  /** Memory of all RocksDB block caches and write buffers together, in bytes. */
  @WithDefault("134217728")
  long rocksdbBytes();
}
