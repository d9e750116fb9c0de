/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.live;

import static dev.plimsoll.domain.session.SessionSamples.NOON;
import static dev.plimsoll.domain.session.SessionSamples.SESSION;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.history.stream.History;
import dev.plimsoll.history.stream.HistoryFixture;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class LiveTailTest {
  private static final Duration NEVER = Duration.ofDays(1);

  private final AtomicReference<LiveTail> tail = new AtomicReference<>();
  private HistoryFixture fixture;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    fixture = new HistoryFixture(stateDir, 1);
    fixture.sessionUpTo(SESSION, 120);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void shouldSendNothingToAReaderWhoIsNotReady() {
    // given
    AssertSubscriber<LiveBatch> reader = follow(0, NEVER);

    // when
    tick(3);

    // then
    reader.assertHasNotReceivedAnyItem();
  }

  @Test
  void shouldMissNothingForASlowReader() {
    // given
    AssertSubscriber<LiveBatch> reader = follow(0, NEVER);

    // when
    for (int i = 0; i < 5; i++) {
      tick(2);
      reader.request(1);
      tick(2);
    }

    // then
    assertThat(seqs(reader))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 120).boxed().toList());
    assertThat(reader.getItems()).extracting(LiveBatch::lastSeq).containsExactly(50L, 100L, 120L);
  }

  @Test
  void shouldResumeAfterASequence() {
    // given
    AssertSubscriber<LiveBatch> reader = follow(118, NEVER);
    reader.request(10);

    // when
    tick(3);

    // then
    assertThat(seqs(reader)).containsExactly(119L, 120L);
  }

  @Test
  void shouldSendWhatIsNewOnceItIsWoken() {
    // given
    AssertSubscriber<LiveBatch> reader = follow(120, NEVER);
    reader.request(10);
    tick(1);

    // when
    fixture.appended(SESSION, 121, NOON, user("e121", "news"));
    requireNonNull(tail.get()).run();
    tick(3);

    // then
    assertThat(seqs(reader)).containsExactly(121L);
  }

  @Test
  void shouldShowThatItLivesAfterASilence() {
    // given
    AssertSubscriber<LiveBatch> reader = follow(120, Duration.ZERO);
    reader.request(10);

    // when
    tick(1);

    // then
    assertThat(reader.getItems()).containsExactly(new LiveBatch(120, List.of()));
  }

  @Test
  void shouldStopWhenTheReaderLeaves() {
    // given
    AssertSubscriber<LiveBatch> reader = follow(0, NEVER);
    reader.request(10);
    reader.cancel();

    // when
    tick(3);

    // then
    reader.assertHasNotReceivedAnyItem();
  }

  private AssertSubscriber<LiveBatch> follow(long after, Duration heartbeat) {
    return Multi.createFrom()
        .<LiveBatch>emitter(
            emitter ->
                tail.set(new LiveTail(SESSION, after, fixture.history(), emitter, heartbeat)),
            BackPressureStrategy.BUFFER)
        .subscribe()
        .withSubscriber(AssertSubscriber.create(0));
  }

  private void tick(int times) {
    for (int i = 0; i < times; i++) {
      requireNonNull(tail.get()).tick();
    }
  }

  private static List<Long> seqs(AssertSubscriber<LiveBatch> reader) {
    return reader.getItems().stream()
        .flatMap(batch -> batch.events().stream())
        .map(History.Stored::seq)
        .toList();
  }
}
