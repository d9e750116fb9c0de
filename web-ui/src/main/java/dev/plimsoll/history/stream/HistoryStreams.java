/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import dev.plimsoll.history.HistoryConfig;
import dev.plimsoll.history.live.LiveSignals;
import dev.plimsoll.platform.boot.Service;
import dev.plimsoll.platform.kafka.KafkaConfig;
import dev.plimsoll.platform.kafka.KafkaConnection;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.platform.kafka.StreamsRuntime;
import dev.plimsoll.platform.kafka.StreamsRuntimes;
import dev.plimsoll.platform.kafka.StreamsSettings;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The running history topology. */
@ApplicationScoped
public class HistoryStreams implements Service, HistoryStores {
  private final KafkaConnection kafka;
  private final KafkaConfig kafkaConfig;
  private final StreamsSettings settings;
  private final StreamsRuntimes runtimes;
  private final HistoryConfig config;
  private final LiveSignals signals;
  private volatile @Nullable StreamsRuntime runtime;

  HistoryStreams(
      KafkaConnection kafka,
      KafkaConfig kafkaConfig,
      StreamsSettings settings,
      StreamsRuntimes runtimes,
      HistoryConfig config,
      LiveSignals signals) {
    this.kafka = kafka;
    this.kafkaConfig = kafkaConfig;
    this.settings = settings;
    this.runtimes = runtimes;
    this.config = config;
    this.signals = signals;
  }

  @Override
  public void start() {
    StreamsRuntime starting =
        new StreamsRuntime(
            HistoryTopology.APPLICATION,
            HistoryTopology.of(kafka.serde(SpecificRecord.class), signals),
            settings.atLeastOnce(HistoryTopology.APPLICATION, config.threads()));
    runtime = starting;
    runtimes.add(starting);
    starting.start();
  }

  @Override
  public void stop() {
    StreamsRuntime stopping = runtime;
    if (stopping != null) {
      stopping.close();
    }
  }

  @Override
  public int partitions() {
    return kafkaConfig.sessionPartitions();
  }

  @Override
  public ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
    StreamsRuntime now = runtime;
    if (now == null) {
      throw new NotReadyException("the history", null);
    }
    return now.store(name, partition);
  }
}
