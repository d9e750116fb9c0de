/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {
  @Test
  void shouldListEveryTopicOnce() {
    // given
    List<TopicSpec> constants =
        Arrays.stream(Topics.class.getDeclaredFields())
            .filter(field -> field.getType() == TopicSpec.class)
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(TopicsTest::value)
            .toList();

    // when
    List<TopicSpec> all = Topics.all();

    // then
    assertThat(all).containsExactlyInAnyOrderElementsOf(constants);
    assertThat(all).extracting(TopicSpec::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dev.plimsoll.schemas.topics.Topics#all")
  void shouldForgetWhatWasErasedWithinThePromise(TopicSpec topic) {
    // when
    Duration longest =
        "compact".equals(topic.config().get("cleanup.policy"))
            ? millis(topic, "max.compaction.lag.ms").plus(millis(topic, "delete.retention.ms"))
            : millis(topic, "retention.ms");

    // then
    assertThat(longest).isLessThan(Topics.ERASE_PROMISE);
  }

  @ParameterizedTest
  @MethodSource("dev.plimsoll.schemas.topics.Topics#all")
  void shouldNeverLetContentsExpireByThemselves(TopicSpec topic) {
    // when
    Map<String, String> config = topic.config();

    // then
    if (List.of(Topics.SESSION_EVENTS, Topics.SESSION_BLOBS, Topics.API_KEYS).contains(topic)) {
      assertThat(config)
          .containsEntry("cleanup.policy", "compact")
          .doesNotContainKey("retention.ms");
    } else {
      assertThat(config).containsEntry("cleanup.policy", "delete");
    }
  }

  @Test
  void shouldTakeTheTimeOfCommandsFromTheBroker() {
    // when / then
    assertThat(Topics.SESSION_COMMANDS.config())
        .containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @Test
  void shouldSpreadEverythingThatIsKeyedBySessionAlike() {
    // when / then
    assertThat(List.of(Topics.SESSION_COMMANDS, Topics.SESSION_EVENTS, Topics.SESSION_BLOBS))
        .allSatisfy(topic -> assertThat(topic.partitions(6)).isEqualTo(6));
    assertThat(Topics.DEAD_LETTERS.partitions(6)).isEqualTo(1);
  }

  @Test
  void shouldTakeALetterAboutTheLargestRecord() {
    // when
    long largest = Long.parseLong(Topics.DEAD_LETTERS.config().get("max.message.bytes"));

    // then
    assertThat(largest).isGreaterThan(Topics.MAX_RECORD_BYTES);
  }

  private static Duration millis(TopicSpec topic, String key) {
    return Duration.ofMillis(Long.parseLong(Objects.requireNonNull(topic.config().get(key))));
  }

  private static TopicSpec value(Field field) {
    try {
      return (TopicSpec) Objects.requireNonNull(field.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
