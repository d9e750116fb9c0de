/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.verify;

import static dev.plimsoll.domain.session.SessionSamples.SESSION;
import static dev.plimsoll.domain.session.SessionSamples.submission;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.domain.session.InMemoryRows;
import dev.plimsoll.domain.session.InMemorySession;
import dev.plimsoll.domain.session.Rows;
import dev.plimsoll.domain.session.SessionRowKeys;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.serde.SchemaRegistry;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import dev.plimsoll.session.verify.VerificationView.Difference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final TopicPartition PARTITION =
      new TopicPartition(Topics.SESSION_EVENTS.name(), 0);
  private static final SessionRowKeys KEYS = SessionRowKeys.of(SESSION);

  private final AvroSerde<SpecificRecord> serde =
      new AvroSerde<>(SchemaRegistry.inMemory(), true, SpecificRecord.class);
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final InMemorySession session = new InMemorySession();
  private final Rows state = session.rows().state();

  @BeforeEach
  void live() {
    session.append(submission(user("e1", "one")));
    session.append(submission(user("e2", "two")), submission(user("e3", "three")));
  }

  @Test
  void shouldPassWhenStateIsWhatTheEventsSay() {
    // when
    VerificationView view = verify(session.events(), List.of());

    // then
    assertThat(view.differences()).isEmpty();
    assertThat(view.sessions()).isEqualTo(1);
    assertThat(view.eventsRead()).isEqualTo(4);
  }

  @Test
  void shouldFindACorruptedEntry() {
    // given
    corrupt(state, KEYS.entry(3));

    // when
    VerificationView view = verify(session.events(), List.of());

    // then
    assertDifference(view, "Expected the folded entries, but others are stored");
  }

  @Test
  void shouldFindAMissingEntry() {
    // given
    state.delete(KEYS.entry(3));

    // when
    VerificationView view = verify(session.events(), List.of());

    // then
    assertDifference(view, "bytes as the header counts");
  }

  @Test
  void shouldFindACorruptedHeader() {
    // given
    corrupt(state, KEYS.header());

    // when
    VerificationView view = verify(session.events(), List.of());

    // then
    assertDifference(view, "Expected the folded header, but another is stored");
  }

  @Test
  void shouldFindAMissingSession() {
    // given
    state.delete(KEYS.header());

    // when
    VerificationView view = verify(session.events(), List.of());

    // then
    assertDifference(view, "Expected a stored state, but there is none");
  }

  @Test
  void shouldFindACorruptedAcceptance() {
    // given
    corrupt(session.rows().acceptances(), KEYS.acceptance("e2"));

    // when
    VerificationView view = verify(session.events(), List.of());

    // then
    assertDifference(view, "Expected the first answer to an entry id");
  }

  @Test
  void shouldFindASessionThatNoEventNames() {
    // given
    SessionKey stranger = new SessionKey("acme", "stranger");
    state.put(SessionRowKeys.of(stranger).header(), requireNonNull(state.get(KEYS.header())));

    // when
    VerificationView view = verify(session.events(), List.of());

    // then
    assertThat(view.differences())
        .containsExactly(
            new Difference(
                "acme", "stranger", 4, "Expected events of a stored session, but there are none"));
  }

  @Test
  void shouldFoldOnToAStateThatIsAhead() {
    // when
    VerificationView view = verify(session.events().subList(0, 2), session.events().subList(2, 4));

    // then
    assertThat(view.differences()).isEmpty();
    assertThat(view.sessions()).isEqualTo(1);
  }

  @Test
  void shouldFindAStateWhoseEventsNeverCome() {
    // when
    VerificationView view = verify(session.events().subList(0, 3), List.of());

    // then
    assertDifference(view, "Expected events up to the stored seq, but the last is 3");
  }

  private VerificationView verify(List<SpecificRecord> before, List<SpecificRecord> later) {
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, (long) before.size()));
    consumer.schedulePollTask(() -> add(0, before));
    consumer.schedulePollTask(() -> add(before.size(), later));
    Progress progress = new Progress("v1");
    new Verification(
            0,
            consumer,
            serde,
            session.rows(),
            InMemoryRows.ofSessions(),
            new Verification.Patience(Duration.ofMillis(50), Duration.ofMillis(50)),
            progress)
        .run();
    return progress.view();
  }

  private void add(long offset, List<SpecificRecord> events) {
    for (int i = 0; i < events.size(); i++) {
      long at = offset + i;
      consumer.addRecord(
          new ConsumerRecord<>(
              PARTITION.topic(),
              PARTITION.partition(),
              at,
              SESSION.eventKey(at + 1).getBytes(UTF_8),
              requireNonNull(serde.serializer().serialize(PARTITION.topic(), events.get(i)))));
    }
  }

  private static void corrupt(Rows rows, byte[] key) {
    byte[] row = requireNonNull(rows.get(key)).clone();
    row[row.length - 1] ^= 2;
    rows.put(key, row);
  }

  private static void assertDifference(VerificationView view, String what) {
    assertThat(view.differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.session()).isEqualTo(SESSION.session());
          assertThat(difference.what()).contains(what);
        });
  }
}
