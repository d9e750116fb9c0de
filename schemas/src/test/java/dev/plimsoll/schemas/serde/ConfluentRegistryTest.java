/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.schemas.shared.Author;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfluentRegistryTest {
  private final FakeRegistry server = new FakeRegistry();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldRegisterUnderTheSubjectOfTopicAndRecord() {
    // given
    AvroSerde<Author> serde = new AvroSerde<>(registry(server.url()), true, Author.class);

    // when
    serde.serializer().serialize("a-topic", new Author("u1", "Ada"));

    // then
    assertThat(server.asked())
        .singleElement()
        .satisfies(asked -> {
          assertThat(asked.method()).isEqualTo("POST");
          assertThat(asked.path())
              .isEqualTo("/subjects/a-topic-dev.plimsoll.schemas.shared.Author/versions");
          assertThat(asked.registeredSchema())
              .contains("\"Author\"")
              .doesNotContain("avro.java.string");
        });
  }

  @Test
  void shouldOnlyLookUpWhenItMayNotRegister() {
    // given
    AvroSerde<Author> serde = new AvroSerde<>(registry(server.url()), false, Author.class);

    // when
    serde.serializer().serialize("a-topic", new Author("u1", "Ada"));

    // then
    assertThat(server.asked())
        .extracting(FakeRegistry.Asked::path)
        .containsExactly("/subjects/a-topic-dev.plimsoll.schemas.shared.Author");
  }

  @Test
  void shouldAskForEachSubjectAndEachIdOnce() {
    // given
    AvroSerde<Author> serde = new AvroSerde<>(registry(server.url()), true, Author.class);
    byte[] bytes = serde.serializer().serialize("a-topic", new Author("u1", "Ada"));

    // when
    for (int i = 0; i < 3; i++) {
      serde.serializer().serialize("a-topic", new Author("u2", "Bob"));
      serde.deserializer().deserialize("a-topic", bytes);
    }

    // then
    assertThat(server.asked())
        .extracting(FakeRegistry.Asked::method)
        .containsExactly("POST", "GET");
  }

  @Test
  void shouldSendItsCredentials() {
    // given
    SchemaRegistry registry =
        new ConfluentRegistry(
            new RegistryConfig(List.of(server.url()), Optional.of("ada:secret"), true));

    // when
    registry.check();

    // then
    assertThat(server.asked().getFirst().authorization()).isEqualTo("Basic YWRhOnNlY3JldA==");
  }

  @Test
  void shouldSendNoCredentialsWhenThereAreNone() {
    // when
    registry(server.url()).check();

    // then
    assertThat(server.asked().getFirst().authorization()).isNull();
  }

  @Test
  void shouldAskTheSecondUrlWhenTheFirstIsDown() {
    // given
    int id = server.add(Author.getClassSchema().toString());

    // when
    Schema schema = registry(FakeRegistry.closedUrl(), server.url()).byId(id);

    // then
    assertThat(schema.getFullName()).isEqualTo("dev.plimsoll.schemas.shared.Author");
  }

  @Test
  void shouldAskTheSecondUrlWhenTheFirstIsBroken() {
    // given
    try (FakeRegistry broken = new FakeRegistry()) {
      broken.refuseWith(500);

      // when
      registry(broken.url(), server.url()).check();

      // then
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void shouldSayThatTheRegistryIsUnavailableWhenNoneAnswers() {
    // given
    AvroSerde<Author> serde =
        new AvroSerde<>(registry(FakeRegistry.closedUrl()), true, Author.class);

    // when / then
    assertThatThrownBy(() -> serde.serializer().serialize("a-topic", new Author("u1", "Ada")))
        .isInstanceOf(RegistryUnavailableException.class)
        .isNotInstanceOf(SerializationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void shouldSayThatTheRegistryIsUnavailableWhenItCannotAnswerNow(int status) {
    // given
    server.refuseWith(status);

    // when / then
    assertThatThrownBy(() -> registry(server.url()).byId(1))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void shouldBlameTheCredentialsAndNotTheRecordWhenTheyAreRefused(int status) {
    // given
    server.refuseWith(status);

    // when / then
    assertThatThrownBy(() -> registry(server.url()).byId(1))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("basic.auth.user.info");
  }

  @Test
  void shouldBlameTheRecordWhenItsSchemaIdIsUnknown() {
    // when / then
    assertThatThrownBy(() -> registry(server.url()).byId(17))
        .isInstanceOf(SerializationException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "syntax = \"proto3\"; message Author {}",
        "{\"type\": \"object\"}",
        "{\"type\": \"record\", \"name\": \"A\", \"fields\": [{\"name\": \"b\", \"type\": \"B\"}]}"
      })
  void shouldBlameTheRecordWhenItsSchemaIsNoSelfContainedAvro(String schema) {
    // given
    int id = server.add(schema);

    // when / then
    assertThatThrownBy(() -> registry(server.url()).byId(id))
        .isInstanceOf(SerializationException.class);
  }

  private static SchemaRegistry registry(URI... urls) {
    return new ConfluentRegistry(new RegistryConfig(List.of(urls), Optional.empty(), true));
  }
}
