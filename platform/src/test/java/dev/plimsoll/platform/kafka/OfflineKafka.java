/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import java.util.Map;
import java.util.Optional;

/** A connection to nothing, for what only wants to be constructed. */
public final class OfflineKafka implements KafkaConfig {
  private OfflineKafka() {}

  /** The connection. */
  public static KafkaConnection connection() {
    return new KafkaConnection(new OfflineKafka());
  }

  @Override
  public String bootstrapServers() {
    return "unused:9092";
  }

  @Override
  public Map<String, String> client() {
    return Map.of();
  }

  @Override
  public int sessionPartitions() {
    return 6;
  }

  @Override
  public short replicationFactor() {
    return 1;
  }

  @Override
  public Map<String, String> registry() {
    return Map.of("schema.registry.url", "http://unused:8081");
  }

  @Override
  public String stateDir() {
    return "unused";
  }

  @Override
  public String applicationServer() {
    return "unused:8080";
  }

  @Override
  public Optional<String> instanceId() {
    return Optional.empty();
  }

  @Override
  public long rocksdbBytes() {
    return 1;
  }
}
