/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plimsoll.acceptance.Garbage.Item;
import dev.plimsoll.schemas.platform.DeadLetter;
import dev.plimsoll.schemas.session.command.AppendEntries;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that no one should write into the log of commands: each is put aside, and it goes on. */
class GarbageIT {
  private static final String COMMANDS = Topics.SESSION_COMMANDS.name();
  private static final String SESSION = "beside-garbage";
  private static final int PREFIX_BYTES = 5;

  @TempDir static Path temp;
  private static Installation installation;
  private static BrokerClient broker;
  private static Api api;
  private static int appended;

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.startedIn(temp);
    broker = installation.broker();
    api = installation.api();
    append();
  }

  @AfterAll
  static void stop() {
    broker.close();
    installation.close();
  }

  static Stream<Item> garbage() throws Exception {
    SchemaIds ids = new SchemaIds(installation.addresses().registry());
    int command = ids.latest(COMMANDS + "-" + AppendEntries.class.getName());
    return Garbage.of(SESSION, command, ids.registerJsonSchema("of-another-user"));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void shouldPutItAsideAndGoOn(Item item) {
    // given
    int partition = Installation.partitionOf(SESSION);
    String before = api.get("/v1/sessions/" + SESSION).fine().path("digest").asText();
    byte[] key =
        new SessionKey(Installation.TENANT, item.wrongKey() ? "x" : SESSION)
            .commandKey()
            .getBytes(UTF_8);
    int place = item.wrongPartition() ? (partition + 1) % Installation.PARTITIONS : partition;

    // when
    long offset = broker.write(COMMANDS, place, key, item.value());

    // then
    await().untilAsserted(() -> assertThat(letterOf(place, offset)).isPresent());
    DeadLetter letter = letterOf(place, offset).orElseThrow();
    assertThat(letter.getCode()).isEqualTo(item.code());
    assertThat(letter.getCause()).startsWith("Expected ");
    assertThat(letter.getTopic()).isEqualTo(COMMANDS);
    assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(key));
    assertThat(letter.getValue())
        .isEqualTo(item.value() == null ? null : ByteBuffer.wrap(item.value()));
    assertThat(api.get("/v1/sessions/" + SESSION).fine().path("digest").asText()).isEqualTo(before);
    append();
  }

  /** An append on the session's partition, which must be answered. */
  private static void append() {
    assertThat(api.append(SESSION, Api.message("m" + appended, "text")).status()).isEqualTo(201);
    appended++;
  }

  private static Optional<DeadLetter> letterOf(int partition, long offset) {
    return broker.read(Topics.DEAD_LETTERS.name(), 0).stream()
        .map(record -> decode(record.value()))
        .filter(letter -> letter.getPartition() == partition && letter.getOffset() == offset)
        .findFirst();
  }

  private static DeadLetter decode(byte[] value) {
    try {
      return new SpecificDatumReader<>(DeadLetter.class)
          .read(
              null,
              DecoderFactory.get()
                  .binaryDecoder(value, PREFIX_BYTES, value.length - PREFIX_BYTES, null));
    } catch (IOException e) {
      throw new AssertionError("Expected a dead letter, but it does not decode", e);
    }
  }
}
