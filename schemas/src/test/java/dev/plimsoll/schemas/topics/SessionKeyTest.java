/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionKeyTest {
  private final SessionKey key = new SessionKey("acme", "telegram:998#1");

  @Test
  void shouldNameCommandsEventsAndBlobs() {
    // when
    List<String> keys = List.of(key.commandKey(), key.eventKey(42), key.blobKey("ab12"));

    // then
    assertThat(keys)
        .containsExactly(
            "acme/telegram:998#1",
            "acme/telegram:998#1/00000000000000000042",
            "acme/telegram:998#1/ab12");
  }

  @Test
  void shouldSortEventsByTheirSequence() {
    // when
    List<String> keys =
        List.of(9L, 10L, 99L, 1_000L, Long.MAX_VALUE).stream().map(key::eventKey).toList();

    // then
    assertThat(keys).isSorted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme/telegram:998#1", "acme/telegram:998#1/00000000000000000042"})
  void shouldFindTheSessionInAnyKey(String text) {
    // when / then
    assertThat(SessionKey.parse(text)).contains(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "acme", "/", "acme/", "/s", "Acme/s", "acme/s p", "a_b/s", "acme//1"})
  void shouldFindNoSessionInAnotherKey(String text) {
    // when / then
    assertThat(SessionKey.parse(text)).isEmpty();
  }

  @Test
  void shouldBoundTenantsAndIds() {
    // when / then
    assertThat(SessionKey.isTenant("a".repeat(63))).isTrue();
    assertThat(SessionKey.isTenant("a".repeat(64))).isFalse();
    assertThat(SessionKey.isId("i".repeat(256))).isTrue();
    assertThat(SessionKey.isId("i".repeat(257))).isFalse();
    assertThat(SessionKey.isId("a/b")).isFalse();
    assertThat(SessionKey.isId("a\n")).isFalse();
  }

  @Test
  void shouldBePlacedAsKafkasOwnPartitionerPlacesItsCommands() {
    // given
    Random random = new Random(42);
    List<SessionKey> keys =
        random.ints(500).mapToObj(i -> new SessionKey("t" + (i & 7), "s:" + i)).toList();

    // when / then
    assertThat(keys)
        .allSatisfy(session ->
            assertThat(session.partition(6))
                .isEqualTo(
                    BuiltInPartitioner.partitionForKey(session.commandKey().getBytes(UTF_8), 6)));
  }
}
