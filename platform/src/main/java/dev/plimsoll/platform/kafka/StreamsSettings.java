/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import dev.plimsoll.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of every Streams runtime, with the reason for each that is not Kafka's own. */
@ApplicationScoped
public class StreamsSettings {
  private static final long PROJECTION_CACHE_BYTES = 16L * 1024 * 1024;

  private final KafkaConnection kafka;
  private final KafkaConfig config;

  StreamsSettings(KafkaConnection kafka, KafkaConfig config) {
    this.kafka = kafka;
    this.config = config;
  }

  /** For an aggregate: state, events and input offsets are committed together or not at all. */
  public Properties exactlyOnce(String applicationId, int threads) {
    Properties settings = common(applicationId, threads);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // Measured: 20 ms costs a fifth of the throughput and falls behind on a loaded machine.
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    return settings;
  }

  /** For a projection: a record may be applied twice, which its sequence makes harmless. */
  public Properties atLeastOnce(String applicationId, int threads) {
    Properties settings = common(applicationId, threads);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
    // Rows that change with every record are written once a commit; a reader sees them at once.
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, PROJECTION_CACHE_BYTES);
    return settings;
  }

  private Properties common(String applicationId, int threads) {
    Properties settings = new Properties();
    settings.putAll(kafka.clientProperties());
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, config.applicationServer());
    settings.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir());
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) config.replicationFactor());
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    settings.put(BoundedRocksDb.BYTES, config.rocksdbBytes());
    // Stores are written through: a reader must see a decision as soon as it is answered.
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    // Records can be megabytes: few of them are held in memory.
    settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 50);
    settings.put(consumer(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 100);
    settings.put(consumer(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 1024 * 1024);
    settings.put(consumer(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
    settings.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    settings.put(
        producer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.MAX_RECORD_BYTES + Topics.RECORD_OVERHEAD_BYTES);
    // Measured: native zstd costs the server less than lz4, which this client runs in plain Java.
    settings.put(producer(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    // A commit interval of 1 KB records fills it; the default of 16 KB makes ten times the
    // requests.
    settings.put(producer(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
    // A killed instance comes back under its name and gets its tasks back at once.
    config
        .instanceId()
        .ifPresent(id -> settings.put(consumer(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id));
    settings.put(StreamsConfig.TOPIC_PREFIX + "max.message.bytes", "" + Topics.MAX_RECORD_BYTES);
    return settings;
  }

  private static String consumer(String key) {
    return StreamsConfig.consumerPrefix(key);
  }

  private static String producer(String key) {
    return StreamsConfig.producerPrefix(key);
  }
}
