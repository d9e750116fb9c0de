/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import dev.plimsoll.schemas.session.command.AppendEntries;
import dev.plimsoll.schemas.shared.CommandMeta;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/** What no producer should write to the command topic, and what must become of it. */
final class Garbage {
  private static final long SEED = 7;
  private static final String UNDECODABLE = "undecodable";

  private Garbage() {}

  /**
   * A record.
   *
   * @param name what is wrong with it
   * @param value its value
   * @param code the code of its dead letter
   * @param wrongKey whether its key is another than its command's
   * @param wrongPartition whether it lies beside its session's partition
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Item(
      String name, byte @Nullable [] value, String code, boolean wrongKey, boolean wrongPartition) {

    static Item undecodable(String name, byte @Nullable [] value) {
      return new Item(name, value, UNDECODABLE, false, false);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * Every kind of it.
   *
   * @param session the session that the commands name
   * @param commandId id of the registered schema of {@link AppendEntries}
   * @param foreignId id of a registered schema that is no Avro record of Plimsoll
   */
  static Stream<Item> of(String session, int commandId, int foreignId) throws IOException {
    byte[] random = new byte[200];
    new Random(SEED).nextBytes(random);
    random[0] = 1;
    byte[] avro = avro(session);
    byte[] wrongMagic = wire(commandId, avro);
    wrongMagic[0] = 9;
    return Stream.of(
        Item.undecodable("random bytes", random),
        Item.undecodable("no bytes", new byte[0]),
        Item.undecodable("half a prefix", new byte[] {0, 0, 0}),
        Item.undecodable("wrong magic", wrongMagic),
        Item.undecodable("unknown schema id", wire(Integer.MAX_VALUE, avro)),
        Item.undecodable("negative schema id", wire(-5, avro)),
        Item.undecodable("schema of something else", wire(foreignId, avro)),
        Item.undecodable("nothing behind the prefix", wire(commandId, new byte[0])),
        Item.undecodable("truncated Avro", wire(commandId, Arrays.copyOf(avro, avro.length / 2))),
        Item.undecodable(
            "a list that says it has a billion items", wire(commandId, hugeList(avro))),
        Item.undecodable("tombstone", null),
        new Item("wrong key", wire(commandId, avro), "wrong_key", true, false),
        new Item("wrong partition", wire(commandId, avro), "wrong_partition", false, true));
  }

  /** A command without entries: it decodes, and is refused where it gets that far. */
  private static byte[] avro(String session) throws IOException {
    CommandMeta meta =
        new CommandMeta(Installation.TENANT, session, "garbage", "garbage", null, "nobody");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new SpecificDatumWriter<>(AppendEntries.class)
        .write(new AppendEntries(meta, List.of()), encoder);
    encoder.flush();
    return bytes.toByteArray();
  }

  /** The empty list at the end, one byte, replaced by the count of a list that never comes. */
  private static byte[] hugeList(byte[] avro) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(avro, 0, avro.length - 1);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    encoder.writeLong(1_000_000_000L);
    encoder.flush();
    return bytes.toByteArray();
  }

  private static byte[] wire(int id, byte[] avro) {
    return ByteBuffer.allocate(5 + avro.length).put((byte) 0).putInt(id).put(avro).array();
  }
}
