/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.plimsoll.platform.kafka.KafkaConnection;
import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.schemas.platform.ApiKey;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The API keys of the installation: a table in memory that follows the log-compacted topic of keys.
 * A key that is revoked anywhere stops working here within a moment.
 */
@ApplicationScoped
public class ApiKeys {
  private static final Logger LOG = Logger.getLogger(ApiKeys.class);
  private static final TopicPartition PARTITION = new TopicPartition(Topics.API_KEYS.name(), 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long WRITE_TIMEOUT_SECONDS = 10;

  private final KafkaConnection kafka;
  private final AvroSerde<ApiKey> serde;
  private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
  private @Nullable Consumer<byte[], byte[]> consumer;
  private @Nullable Producer<byte[], byte[]> producer;
  private @Nullable Thread follower;
  private volatile boolean loaded;

  /** Offset of the first record that was not taken; used by whoever reads the topic. */
  private long next;

  ApiKeys(KafkaConnection kafka) {
    this.kafka = kafka;
    this.serde = kafka.serde(ApiKey.class);
  }

  /** Starts to follow the topic; returns when the keys that are there now are read. */
  public void start() {
    producer = kafka.producer("api-keys");
    Consumer<byte[], byte[]> following = kafka.consumer("api-keys");
    consumer = following;
    following.assign(List.of(PARTITION));
    following.seekToBeginning(List.of(PARTITION));
    long end = requireNonNull(following.endOffsets(List.of(PARTITION)).get(PARTITION));
    while (following.position(PARTITION) < end) {
      following.poll(POLL).forEach(this::take);
    }
    loaded = true;
    follower = Thread.ofPlatform().daemon().name("api-keys").start(() -> follow(following));
  }

  /** Stops following. */
  public void stop() {
    if (consumer != null && follower != null) {
      consumer.wakeup();
      try {
        follower.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
    }
  }

  /** Whether the keys are known. */
  public boolean isLoaded() {
    return loaded;
  }

  /** The key that a text is, if it is one, its secret is right, and it is not revoked. */
  public Optional<ApiKey> authenticate(String text) {
    return KeySecret.parse(text)
        .flatMap(secret ->
            find(secret.id())
                .filter(key -> MessageDigest.isEqual(key.getSecretHash().array(), secret.hash())));
  }

  /** A key by its id, if it is not revoked. */
  public Optional<ApiKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** The keys of a tenant. */
  public List<ApiKey> ofTenant(String tenant) {
    return keys.values().stream().filter(key -> key.getTenant().equals(tenant)).toList();
  }

  /** The keys of all tenants. */
  public List<ApiKey> all() {
    return List.copyOf(keys.values());
  }

  /** Stores a key; it works here at once. */
  public void put(ApiKey key) {
    write(key.getId(), key);
    keys.put(key.getId(), key);
  }

  /** Revokes a key; it stops working here at once. */
  public void revoke(String id) {
    write(id, null);
    keys.remove(id);
  }

  private void write(String id, @Nullable ApiKey key) {
    byte[] value = serde.serializer().serialize(Topics.API_KEYS.name(), key);
    if (producer == null) {
      throw new NotReadyException("the table of keys", null);
    }
    try {
      producer
          .send(new ProducerRecord<>(Topics.API_KEYS.name(), 0, id.getBytes(UTF_8), value))
          .get(WRITE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotReadyException("the topic of keys", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReadyException("the topic of keys", e);
    }
  }

  private void follow(Consumer<byte[], byte[]> following) {
    try (following) {
      while (true) {
        try {
          following.poll(POLL).forEach(this::take);
        } catch (WakeupException e) {
          return;
        } catch (RuntimeException e) {
          LOG.warn("Expected to follow the topic of keys, but could not: trying again", e);
          // Nothing of a batch is skipped: it could be a revocation.
          following.seek(PARTITION, next);
        }
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    String id = new String(record.key(), UTF_8);
    try {
      ApiKey key = serde.deserializer().deserialize(record.topic(), record.value());
      if (key == null) {
        keys.remove(id);
      } else {
        keys.put(id, key);
      }
    } catch (SerializationException e) {
      LOG.errorf(e, "Expected an API key at offset %d, but it is not: ignored", record.offset());
    }
    next = record.offset() + 1;
  }
}
