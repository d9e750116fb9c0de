/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.platform.kafka.NotReadyException;
import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.topics.Topics;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // the answer is not what every test is about
class CommandGatewayTest {
  private static final Author COMMAND = new Author("author1", "hi");

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final PendingAnswers<Long> pending = new PendingAnswers<>();

  @Test
  void shouldWriteTheCommandToThePartitionOfItsKey() {
    // when
    send(gateway(Duration.ofSeconds(30), 10), COMMAND);

    // then
    ProducerRecord<byte[], byte[]> record = producer.history().getFirst();
    assertThat(record.topic()).isEqualTo(Topics.SESSION_COMMANDS.name());
    assertThat(record.partition())
        .isEqualTo(CounterAggregate.partition("author1", CounterAggregate.PARTITIONS));
    assertThat(record.key()).isEqualTo("author1".getBytes(UTF_8));
    assertThat(record.headers().lastHeader(PendingAnswers.HEADER)).isNotNull();
  }

  @Test
  void shouldGiveTheAnswerThatTheTopologyGives() {
    // given
    CompletableFuture<Long> answer = send(gateway(Duration.ofSeconds(30), 10), COMMAND);

    // when
    pending.complete(producer.history().getFirst().headers(), 7L);

    // then
    assertThat(answer).isCompletedWithValue(7L);
    assertThat(pending.size()).isZero();
  }

  @Test
  void shouldWaitForTheAnswerAndNotForTheBroker() {
    // given
    CompletableFuture<Long> answer = send(gateway(Duration.ofSeconds(30), 10), COMMAND);

    // when
    producer.completeNext();

    // then
    assertThat(answer).isNotDone();
  }

  @Test
  void shouldFailWhenNoAnswerComesInTime() {
    // when
    CompletableFuture<Long> answer = send(gateway(Duration.ofMillis(1), 10), COMMAND);

    // then
    assertThat(answer)
        .failsWithin(5, SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(TimeoutException.class);
    assertThat(pending.size()).isZero();
  }

  @Test
  void shouldTurnAwayWhatIsTooMuch() {
    // given
    CommandGateway<Author, Long> gateway = gateway(Duration.ofSeconds(30), 1);
    send(gateway, COMMAND);

    // when / then
    assertThatThrownBy(() -> gateway.send("author1", COMMAND))
        .isInstanceOf(NotReadyException.class);
    assertThat(producer.history()).hasSize(1);
  }

  @Test
  void shouldFailWhenTheBrokerRefuses() {
    // given
    CompletableFuture<Long> answer = send(gateway(Duration.ofSeconds(30), 10), COMMAND);

    // when
    producer.errorNext(new KafkaException("no leader"));

    // then
    assertNotReady(answer);
  }

  @Test
  void shouldFailWhenTheProducerCannotSend() {
    // given
    producer.sendException = new KafkaException("no metadata");

    // when
    CompletableFuture<Long> answer = send(gateway(Duration.ofSeconds(30), 10), COMMAND);

    // then
    assertNotReady(answer);
  }

  @Test
  void shouldRefuseACommandThatFitsIntoNoRecord() {
    // given
    CommandGateway<Author, Long> gateway = gateway(Duration.ofSeconds(30), 10);
    Author large = new Author("author1", "x".repeat(Topics.MAX_RECORD_BYTES));

    // when / then
    assertThatThrownBy(() -> gateway.send("author1", large))
        .isInstanceOfSatisfying(
            TooLargeException.class,
            refusal -> assertThat(refusal.limit()).isLessThan(Topics.MAX_RECORD_BYTES));
    assertThat(producer.history()).isEmpty();
    assertThat(pending.size()).isZero();
  }

  private void assertNotReady(CompletableFuture<Long> answer) {
    assertThat(answer)
        .failsWithin(0, SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(NotReadyException.class);
    assertThat(pending.size()).isZero();
  }

  private static CompletableFuture<Long> send(CommandGateway<Author, Long> to, Author command) {
    return to.send(requireNonNull(command.getId()), command).toCompletableFuture();
  }

  private CommandGateway<Author, Long> gateway(Duration timeout, int maxPending) {
    return new CommandGateway<>(
        CounterAggregate.spec(),
        CounterAggregate.PARTITIONS,
        CounterAggregate.serde(),
        producer,
        pending,
        new CommandGateway.Limits(timeout, maxPending));
  }
}
