/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.schemas.session.Blob;
import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.shared.CommandMeta;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.Usage;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroSerdeTest {
  private static final String TOPIC = "a-topic";

  private final SchemaRegistry registry = SchemaRegistry.inMemory();
  private final AvroSerde<SpecificRecord> serde =
      new AvroSerde<>(registry, true, SpecificRecord.class);

  @Test
  void shouldGiveBackWhatItWasGiven() {
    // given
    Entry entry = entry(Instant.parse("2026-11-22T10:00:00.123Z"));

    // when
    SpecificRecord back = roundTrip(entry);

    // then
    assertThat(back).isEqualTo(entry);
  }

  @Test
  void shouldWriteTheConfluentWireFormat() {
    // given
    registry.register("other", Schema.create(Schema.Type.STRING));

    // when
    byte[] bytes = serde.serializer().serialize(TOPIC, new Usage(1L, 2L, 3L, 4L));

    // then
    assertThat(bytes).containsExactly(0, 0, 0, 0, 2, 2, 4, 6, 8);
  }

  @Test
  void shouldCarrySeveralRecordTypesOnATopic() {
    // when
    SpecificRecord author = roundTrip(new Author("u1", "Ada"));
    SpecificRecord usage = roundTrip(new Usage(1L, 2L, 3L, 4L));

    // then
    assertThat(author).isInstanceOf(Author.class);
    assertThat(usage).isInstanceOf(Usage.class);
  }

  @Test
  void shouldReadWhatAnOlderReleaseWrote() {
    // given
    Schema older =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "Author", "namespace": "dev.plimsoll.schemas.shared",
                 "fields": [{"name": "id", "type": ["null", "string"], "default": null}]}\
                """);
    int id = registry.register("any", older);

    // when
    SpecificRecord author =
        serde.deserializer().deserialize(TOPIC, wire(id, new byte[] {2, 4, 'u', '1'}));

    // then
    assertThat(author).isEqualTo(new Author("u1", null));
  }

  @Test
  void shouldPassTombstonesThrough() {
    // when
    SpecificRecord back = roundTrip(null);

    // then
    assertThat(back).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "\0\0\0\0", "{\"json\": true}"})
  void shouldRefuseBytesThatAreNotOfTheFormat(String garbage) {
    // when / then
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, garbage.getBytes(UTF_8)))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldRefuseAnUnknownSchemaId() {
    // when / then
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, wire(99, new byte[1])))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldRefuseATruncatedRecord() {
    // given
    int id = registry.register("any", Usage.getClassSchema());

    // when / then
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, wire(id, new byte[] {2, 4})))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldRefuseALengthThatNoRecordCanHaveInsteadOfRunningOutOfMemory() {
    // given
    int id = registry.register("any", Blob.getClassSchema());
    byte[] digestOfTwoGigabytes = {(byte) 0xee, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};

    // when / then
    assertThatThrownBy(
            () -> serde.deserializer().deserialize(TOPIC, wire(id, digestOfTwoGigabytes)))
        .isInstanceOf(SerializationException.class)
        .hasRootCauseInstanceOf(SystemLimitException.class);
  }

  @Test
  void shouldRefuseARecordThatThisBuildHasNoClassFor() {
    // given
    int id =
        registry.register(
            "any",
            Schema.createRecord("Stranger", null, "dev.plimsoll.elsewhere", false, List.of()));

    // when / then
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, wire(id, new byte[0])))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Stranger");
  }

  @Test
  void shouldRefuseASchemaThatIsNoRecord() {
    // given
    int id = registry.register("any", Schema.create(Schema.Type.STRING));

    // when / then
    assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, wire(id, new byte[1])))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldRefuseARecordOfAnotherTypeThanItsOwn() {
    // given
    AvroSerde<Author> authors = new AvroSerde<>(registry, true, Author.class);
    byte[] usage = serde.serializer().serialize(TOPIC, new Usage(1L, 2L, 3L, 4L));

    // when / then
    assertThatThrownBy(() -> authors.deserializer().deserialize(TOPIC, usage))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldRefuseToWriteAnIncompleteRecord() {
    // when / then
    assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, new CommandMeta()))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldRefuseToWriteATimeThatMillisecondsCannotHold() {
    // given
    Entry farAway = entry(Instant.MAX);

    // when / then
    assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, farAway))
        .isInstanceOf(SerializationException.class);
  }

  private @Nullable SpecificRecord roundTrip(@Nullable SpecificRecord record) {
    return serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, record));
  }

  private static Entry entry(Instant occurredAt) {
    return new Entry(
        "e1",
        Role.USER,
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        false,
        occurredAt,
        0L,
        0L);
  }

  private static byte[] wire(int id, byte[] body) {
    return ByteBuffer.allocate(5 + body.length).put((byte) 0).putInt(id).put(body).array();
  }
}
