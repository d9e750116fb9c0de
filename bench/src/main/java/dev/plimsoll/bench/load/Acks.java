/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sees to it that no record of a run was lost. */
final class Acks implements Callback {
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /** Sends a record of the run; buffers it, and blocks while the buffer is full. */
  <K, V> void send(Producer<K, V> producer, ProducerRecord<K, V> record) {
    var unused = producer.send(record, this); // the callback has the outcome
  }

  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
    if (exception != null) {
      failure.compareAndSet(null, exception);
    }
  }

  /** Returns when all records are acknowledged. */
  void await(Producer<?, ?> producer) {
    producer.flush();
    Exception first = failure.get();
    if (first != null) {
      throw new BenchException(
          "Expected every record to be acknowledged, but one was not: " + first, first);
    }
  }
}
