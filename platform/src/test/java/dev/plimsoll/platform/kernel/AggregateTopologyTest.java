/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.platform.kernel.CounterTopology.Event;
import dev.plimsoll.schemas.platform.DeadLetter;
import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.shared.ModelBinding;
import dev.plimsoll.schemas.shared.Usage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregateTopologyTest {
  private static final String KEY = CounterTopology.key(true);

  @SuppressWarnings("NullAway.Init") // set before each test
  private CounterTopology topology;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    topology = new CounterTopology(stateDir);
  }

  @AfterEach
  void stop() {
    topology.close();
  }

  @Test
  void shouldDecideWriteSendAndAnswer() {
    // when
    CompletableFuture<Long> first = topology.send(new Author(KEY, "hi"));
    CompletableFuture<Long> second = topology.send(new Author(KEY, "ho"));

    // then
    assertThat(first).isCompletedWithValue(1L);
    assertThat(second).isCompletedWithValue(2L);
    assertThat(topology.count(KEY)).isEqualTo(2);
    assertThat(topology.events())
        .containsExactly(
            new Event(KEY + "#1", new ModelBinding("hi", 1L)),
            new Event(KEY + "#2", new ModelBinding("ho", 2L)));
    assertThat(topology.deadLetters()).isEmpty();
    assertThat(topology.waiting()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    CounterAggregate.FAILS_TO_DECIDE + ", decide_failed",
    CounterAggregate.NO_KEY + ", wrong_key",
    CounterAggregate.TOO_LARGE + ", too_large"
  })
  void shouldPutAsideACommandThatCannotBeDecided(String name, String code) {
    // when
    CompletableFuture<Long> answer = topology.send(new Author(KEY, name));

    // then
    assertPutAside(answer, code);
  }

  @Test
  void shouldPutAsideWhatIsNoRecord() {
    // when
    CompletableFuture<Long> answer = topology.send(KEY, "{garbage".getBytes(UTF_8));

    // then
    DeadLetter letter = assertPutAside(answer, "undecodable");
    assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(KEY.getBytes(UTF_8)));
    assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap("{garbage".getBytes(UTF_8)));
    assertThat(letter.getAppendedAt()).isEqualTo(CounterTopology.NOON);
  }

  @Test
  void shouldPutAsideATombstone() {
    // when
    CompletableFuture<Long> answer = topology.send(KEY, null);

    // then
    assertPutAside(answer, "undecodable");
  }

  @Test
  void shouldPutAsideARecordThatIsNoCommand() {
    // when
    CompletableFuture<Long> answer =
        topology.send(KEY, topology.serde.serializer().serialize("", new Usage(1L, 2L, 3L, 4L)));

    // then
    assertPutAside(answer, "undecodable");
  }

  @Test
  void shouldPutAsideACommandUnderAnotherKey() {
    // when
    CompletableFuture<Long> answer =
        topology.send(KEY + "x", topology.serde.serializer().serialize("", new Author(KEY, "hi")));

    // then
    assertPutAside(answer, "wrong_key");
  }

  @Test
  void shouldPutAsideACommandWithoutAKey() {
    // when
    CompletableFuture<Long> answer =
        topology.send(null, topology.serde.serializer().serialize("", new Author(KEY, "hi")));

    // then
    assertPutAside(answer, "wrong_key");
  }

  @Test
  void shouldPutAsideACommandOnAnothersPartition() {
    // when
    CompletableFuture<Long> answer = topology.send(new Author(CounterTopology.key(false), "hi"));

    // then
    assertPutAside(answer, "wrong_partition");
  }

  @Test
  void shouldStopWhenTheStateCannotBeWritten() {
    // given
    Author command = new Author(KEY, CounterAggregate.FAILS_TO_WRITE);

    // when / then
    assertThatThrownBy(() -> topology.send(command)).hasRootCauseMessage("the disk is full");
    assertThat(topology.events()).isEmpty();
    assertThat(topology.deadLetters()).isEmpty();
    assertThat(topology.waiting()).isEqualTo(1);
  }

  /** The sender knows, the letter says where it came from, and the next command is decided. */
  private DeadLetter assertPutAside(CompletableFuture<Long> answer, String code) {
    assertThat(answer)
        .isCompletedExceptionally()
        .failsWithin(0, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(Undecided.class);
    assertThat(topology.events()).isEmpty();
    assertThat(topology.send(new Author(KEY, "next"))).isCompletedWithValue(1L);
    DeadLetter letter = topology.deadLetters().getFirst();
    assertThat(letter.getCode()).isEqualTo(code);
    assertThat(letter.getCause()).startsWith("Expected");
    assertThat(letter.getTopic()).isEqualTo("plimsoll.session-commands");
    assertThat(letter.getPartition()).isZero();
    assertThat(letter.getOffset()).isZero();
    return letter;
  }
}
