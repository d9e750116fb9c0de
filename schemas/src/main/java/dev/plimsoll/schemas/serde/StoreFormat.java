/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * How values lie in a state store: a version byte, then binary Avro of the schema that this build
 * has for that version. Never a registry id: a store must be readable without a registry.
 *
 * @param <T> the record that the store holds
 */
public final class StoreFormat<T extends SpecificRecord> {
  /** The only version so far; a new one brings its writer schema along. */
  private static final byte VERSION = 1;

  static {
    DecodingLimits.apply();
  }

  private final Schema schema;
  private final SpecificDatumReader<T> reader;
  private final SpecificDatumWriter<T> writer;

  private StoreFormat(Class<T> type) {
    this.schema = SpecificData.get().getSchema(type);
    SpecificData model = SpecificData.getForSchema(schema);
    this.reader = new SpecificDatumReader<>(schema, schema, model);
    this.writer = new SpecificDatumWriter<>(schema, model);
  }

  /** The format of one generated record type. */
  public static <T extends SpecificRecord> StoreFormat<T> of(Class<T> type) {
    return new StoreFormat<>(type);
  }

  /** The stored bytes of a record; equal records have equal bytes. */
  public byte[] encode(T record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    bytes.write(VERSION);
    try {
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      writer.write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The record of stored bytes; fails on another version and on damaged bytes. */
  public T decode(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new IllegalStateException(
          "Expected stored %s of version %d, but got version %s: the store is of another release"
              .formatted(schema.getName(), VERSION, bytes.length == 0 ? "none" : bytes[0]));
    }
    try {
      return reader.read(
          null, DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Expected a stored " + schema.getName() + ", but its bytes are damaged", e);
    }
  }
}
