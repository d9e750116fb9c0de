/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.blob;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.schemas.topics.Topics;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * Keeps an index of the blob topic: key to offset. Offsets survive log compaction, so the topic
 * itself is the store of the contents. No decision ever asks the index.
 */
final class BlobTopology {
  static final String APPLICATION = "plimsoll-blob-index";
  static final String INDEX = "blob-index";

  private BlobTopology() {}

  static Topology topology() {
    return new Topology()
        .addSource("blobs", new ByteArrayDeserializer(), presence(), Topics.SESSION_BLOBS.name())
        .addProcessor("blob-indexer", Indexer::new, "blobs")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(INDEX), Serdes.String(), Serdes.Long())
                .withCachingDisabled(),
            "blob-indexer");
  }

  /** The content itself is not looked at: only whether the record is a tombstone. */
  private static Deserializer<Boolean> presence() {
    return new Deserializer<>() {
      @Override
      public Boolean deserialize(String topic, byte[] data) {
        return data != null;
      }

      @Override
      public Boolean deserialize(
          String topic, org.apache.kafka.common.header.Headers headers, ByteBuffer data) {
        return data != null;
      }
    };
  }

  private static final class Indexer extends ContextualProcessor<byte[], Boolean, Void, Void> {
    @SuppressWarnings("NullAway.Init") // set by init, before the first record
    private KeyValueStore<String, Long> index;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      super.init(context);
      index = context.getStateStore(INDEX);
    }

    @Override
    public void process(Record<byte[], Boolean> record) {
      if (record.key() == null) {
        return;
      }
      String key = new String(record.key(), UTF_8);
      if (Boolean.TRUE.equals(record.value())) {
        index.put(key, context().recordMetadata().orElseThrow().offset());
      } else {
        index.delete(key);
      }
    }
  }
}
