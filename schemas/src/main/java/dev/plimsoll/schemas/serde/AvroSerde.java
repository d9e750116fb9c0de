/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Avro specific records in the Confluent wire format: 0x00, 4-byte schema id, binary Avro. Several
 * record types may share a topic: the subject is topic + record name.
 *
 * <p>Bytes that are not of the format, or of a schema that this build has no class for, are a
 * {@link SerializationException}. Safe for use by several threads.
 *
 * @param <T> what the topic carries
 * @see <a
 *     href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html#wire-format">the
 *     wire format</a>
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
  private static final byte MAGIC = 0;
  private static final int PREFIX_BYTES = 5;

  static {
    DecodingLimits.apply();
  }

  private final SchemaRegistry registry;
  private final boolean autoRegister;
  private final Class<T> type;
  private final Map<String, Integer> idsBySubject = new ConcurrentHashMap<>();
  private final Map<Integer, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();
  private final Map<Schema, DatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();

  /** A serde for records of {@code type} and its subtypes. */
  public AvroSerde(SchemaRegistry registry, boolean autoRegister, Class<T> type) {
    this.registry = registry;
    this.autoRegister = autoRegister;
    this.type = type;
  }

  @Override
  public Serializer<T> serializer() {
    return this::serialize;
  }

  @Override
  public Deserializer<T> deserializer() {
    return this::deserialize;
  }

  private byte @Nullable [] serialize(String topic, @Nullable T value) {
    if (value == null) {
      return null;
    }
    Schema schema = value.getSchema();
    String subject = topic + "-" + schema.getFullName();
    int id = idOf(subject, schema);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    bytes.write(MAGIC);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
    try {
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      writers.computeIfAbsent(schema, AvroSerde::writer).write(value, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "Expected a complete " + schema.getFullName() + ", but it does not encode", e);
    }
    return bytes.toByteArray();
  }

  private @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length < PREFIX_BYTES || bytes[0] != MAGIC) {
      throw new SerializationException(
          "Expected the Confluent wire format on " + topic + ", but the first byte is not 0");
    }
    int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
    DatumReader<SpecificRecord> reader = readers.computeIfAbsent(id, this::reader);
    try {
      return type.cast(
          reader.read(
              null,
              DecoderFactory.get()
                  .binaryDecoder(bytes, PREFIX_BYTES, bytes.length - PREFIX_BYTES, null)));
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "Expected a record of schema id " + id + " on " + topic + ", but it does not decode", e);
    }
  }

  private int idOf(String subject, Schema schema) {
    Integer known = idsBySubject.get(subject);
    if (known != null) {
      return known;
    }
    Schema plain = PlainSchemas.withoutJavaTypes(schema);
    int id = autoRegister ? registry.register(subject, plain) : registry.lookUp(subject, plain);
    idsBySubject.put(subject, id);
    return id;
  }

  private DatumReader<SpecificRecord> reader(int id) {
    Schema written = registry.byId(id);
    Class<?> generated = SpecificData.get().getClass(written);
    if (generated == null || !type.isAssignableFrom(generated)) {
      throw new SerializationException(
          "Expected a "
              + type.getSimpleName()
              + ", but schema id "
              + id
              + " is "
              + written.getFullName());
    }
    Schema known = SpecificData.get().getSchema(generated);
    return new SpecificDatumReader<>(written, known, SpecificData.getForSchema(known));
  }

  private static DatumWriter<SpecificRecord> writer(Schema schema) {
    return new SpecificDatumWriter<>(schema, SpecificData.getForSchema(schema));
  }
}
