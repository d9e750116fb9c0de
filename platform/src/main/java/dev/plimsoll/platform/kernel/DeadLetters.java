/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import dev.plimsoll.schemas.platform.DeadLetter;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.topics.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Puts what cannot be decided aside, as it was, with its cause and its place. */
final class DeadLetters {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private DeadLetters() {}

  static void forward(
      ProcessorContext<byte[], byte[]> context,
      AvroSerde<SpecificRecord> serde,
      String sink,
      Record<byte[], byte[]> record,
      Undecided cause) {
    RecordMetadata place = context.recordMetadata().orElseThrow();
    LOG.warnf(
        "Dead letter: %s at %s-%d offset %d: %s",
        cause.code(), place.topic(), place.partition(), place.offset(), cause.getMessage());
    DeadLetter letter =
        new DeadLetter(
            cause.code(),
            String.valueOf(cause.getMessage()),
            place.topic(),
            place.partition(),
            place.offset(),
            Instant.ofEpochMilli(record.timestamp()),
            wrap(record.key()),
            wrap(record.value()));
    byte[] value = serde.serializer().serialize(Topics.DEAD_LETTERS.name(), letter);
    context.forward(
        new Record<>(record.key(), value, record.timestamp(), new RecordHeaders()), sink);
  }

  private static @Nullable ByteBuffer wrap(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }
}
