/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import static dev.plimsoll.domain.session.SessionSamples.NOON;
import static dev.plimsoll.domain.session.SessionSamples.append;
import static dev.plimsoll.domain.session.SessionSamples.createSession;
import static dev.plimsoll.domain.session.SessionSamples.imported;
import static dev.plimsoll.domain.session.SessionSamples.importing;
import static dev.plimsoll.domain.session.SessionSamples.submission;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plimsoll.domain.kernel.Decision;
import dev.plimsoll.domain.kernel.Rejection;
import dev.plimsoll.domain.session.SessionAnswer.Accepted;
import dev.plimsoll.domain.session.SessionAnswer.Appended;
import dev.plimsoll.domain.session.SessionAnswer.Outcome;
import dev.plimsoll.schemas.session.event.EntryAppended;
import dev.plimsoll.schemas.session.event.EntryImported;
import dev.plimsoll.schemas.session.event.SessionCreated;
import dev.plimsoll.schemas.session.event.SessionUpdated;
import dev.plimsoll.schemas.session.state.SessionHeader;
import dev.plimsoll.schemas.shared.EventMeta;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class SessionDeciderTest {
  private final InMemorySession session = new InMemorySession();

  @Test
  void shouldCreateTheSessionWithItsFirstEntry() {
    // when
    Appended answer = session.append(submission(user("e1", "hi")));

    // then
    assertThat(session.events())
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(SessionCreated.class),
            second -> assertThat(second).isInstanceOf(EntryAppended.class));
    assertThat(seqs()).containsExactly(1L, 2L);
    assertThat(answer.entries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.outcome()).isEqualTo(Outcome.ADDED);
          assertThat(entry.acceptance().getSeq()).isEqualTo(2);
          assertThat(entry.acceptance().getStateBytes()).isEqualTo(session.snapshot().bytes());
          assertThat(entry.acceptance().getStateEntries()).isEqualTo(1);
          assertThat(entry.acceptance().getStateTokens()).isEqualTo(7);
        });
  }

  @Test
  void shouldGiveARepetitionTheFirstAnswerAndNoEvent() {
    // given
    Appended first = session.append(submission(user("e1", "hi")));
    session.append(submission(user("e2", "again")));

    // when
    Appended again = session.append(submission(user("e1", "hi")));

    // then
    assertThat(again.replayed()).isTrue();
    assertThat(again.entries().getFirst().acceptance())
        .isEqualTo(first.entries().getFirst().acceptance());
    assertThat(session.events()).hasSize(3);
  }

  @Test
  void shouldRejectAnotherPayloadUnderATakenId() {
    // given
    session.append(submission(user("e1", "hi")));

    // when
    Rejection rejection = session.rejected(append(submission(user("e1", "HI"))));

    // then
    assertThat(rejection.code()).isEqualTo("payload_conflict");
    assertThat(rejection.field()).isEqualTo("id");
    assertThat(rejection.message()).contains("e1").contains("seq 2");
    assertThat(session.events()).hasSize(2);
  }

  @Test
  void shouldNotUseUpTheIdsOfARejectedArray() {
    // given
    session.append(submission(user("e1", "hi")));
    session.rejected(append(submission(user("e2", "new")), submission(user("e1", "HI"))));

    // when
    Appended answer = session.append(submission(user("e2", "another text")));

    // then
    assertThat(answer.entries().getFirst().outcome()).isEqualTo(Outcome.ADDED);
    assertThat(seqs()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void shouldTakeAnArrayOfKnownAndNewEntries() {
    // given
    session.append(submission(user("e1", "one")), submission(user("e2", "two")));

    // when
    Appended answer =
        session.append(
            submission(user("e2", "two")),
            submission(user("e3", "three")),
            submission(user("e1", "one")));

    // then
    assertThat(answer.entries())
        .extracting(Accepted::id, Accepted::outcome, entry -> entry.acceptance().getSeq())
        .containsExactly(
            tuple("e2", Outcome.REPLAYED, 3L),
            tuple("e3", Outcome.ADDED, 4L),
            tuple("e1", Outcome.REPLAYED, 2L));
    assertThat(answer.replayed()).isFalse();
  }

  @Test
  void shouldKeepTwoEntriesWithTheSameTextAndDifferentIds() {
    // when
    session.append(submission(user("e1", "yes")), submission(user("e2", "yes")));

    // then
    assertThat(session.snapshot().entries()).hasSize(2);
  }

  @Test
  void shouldTakeAnEntryTwiceInAnArrayOnce() {
    // when
    Appended answer = session.append(submission(user("e1", "hi")), submission(user("e1", "hi")));

    // then
    assertThat(answer.entries())
        .extracting(Accepted::outcome)
        .containsExactly(Outcome.ADDED, Outcome.REPLAYED);
    assertThat(session.snapshot().entries()).hasSize(1);
  }

  @Test
  void shouldNameTheFaultyEntryOfAnArray() {
    // when
    Rejection rejection =
        session.rejected(append(submission(user("e1", "hi")), submission(user("a/b", "hi"))));

    // then
    assertThat(rejection.field()).isEqualTo("[1].id");
    assertThat(session.events()).isEmpty();
  }

  @Test
  void shouldKeepImportingWhenALineDiffers() {
    // given
    session.accepted(importing(imported(user("e1", "first"), 2)));

    // when
    Appended answer =
        session.accepted(
            importing(imported(user("e1", "changed"), 2), imported(user("e2", "new"), 3)));

    // then
    assertThat(answer.entries())
        .extracting(Accepted::outcome)
        .containsExactly(Outcome.DIFFERS, Outcome.ADDED);
    assertThat(session.events()).hasSize(3).last().isInstanceOf(EntryImported.class);
  }

  @Test
  void shouldNeverLetTimeGoBack() {
    // given
    session.decide(append(submission(user("e1", "one"))), NOON);

    // when
    session.decide(append(submission(user("e2", "two"))), NOON.minusSeconds(60));

    // then
    assertThat(session.events())
        .extracting(event -> meta(event).getRecordedAt())
        .containsExactly(NOON, NOON, NOON);
  }

  @Test
  void shouldCreateUpdateOrLeaveAProfile() {
    // when
    Decision<SpecificRecord, SessionAnswer> created = session.decide(createSession("one"), NOON);
    Decision<SpecificRecord, SessionAnswer> same = session.decide(createSession("one"), NOON);
    Decision<SpecificRecord, SessionAnswer> updated = session.decide(createSession("two"), NOON);

    // then
    assertThat(answer(created)).isEqualTo(new SessionAnswer.Profiled(true, 1));
    assertThat(answer(same)).isEqualTo(new SessionAnswer.Profiled(false, 1));
    assertThat(answer(updated)).isEqualTo(new SessionAnswer.Profiled(false, 2));
    assertThat(session.events()).hasSize(2).last().isInstanceOf(SessionUpdated.class);
  }

  @Test
  void shouldCountInTheHeaderWhatIsLive() {
    // when
    session.decide(createSession("one"), NOON);
    session.decide(createSession("two"), NOON);
    session.append(submission(user("e1", "hi")), submission(user("e2", "ho")));

    // then
    SessionHeader header = session.snapshot().header();
    assertThat(header.getLastSeq()).isEqualTo(4);
    assertThat(header.getFirstLiveSeq()).isEqualTo(3);
    assertThat(header.getLiveEntries()).isEqualTo(2);
    assertThat(header.getTokens()).isEqualTo(14);
    assertThat(header.getProfile().getTitle()).isEqualTo("two");
  }

  private List<Long> seqs() {
    return session.events().stream().map(event -> meta(event).getSeq()).toList();
  }

  private static EventMeta meta(SpecificRecord event) {
    return (EventMeta) event.get(event.getSchema().getField("meta").pos());
  }

  private static SessionAnswer answer(Decision<SpecificRecord, SessionAnswer> decision) {
    return ((Decision.Accepted<SpecificRecord, SessionAnswer>) decision).answer();
  }

  @Test
  void shouldEmptyTheContextAndRaiseTheEpochWhenCleared() {
    // given
    InMemorySession session = new InMemorySession();
    session.append(submission(user("e1", "hi")));

    // when
    session.decide(SessionSamples.clear(), SessionSamples.NOON);

    // then
    assertThat(session.snapshot().entries()).isEmpty();
    assertThat(session.snapshot().header().getEpoch()).isEqualTo(1);
    assertThat(session.snapshot().header().getEntryBytes()).isZero();
    assertThat(session.snapshot().header().getLastSeq()).isEqualTo(3);
    assertThat(session.append(submission(user("e1", "hi"))).replayed()).isTrue();
  }

  @Test
  void shouldNotClearASessionThatIsNotThere() {
    // when / then
    assertThat(new InMemorySession().rejected(SessionSamples.clear()).code())
        .isEqualTo("unknown_session");
  }

  @Test
  void shouldNameTheEntryOfARequestThatHasOneIdWithTwoPayloads() {
    // given
    InMemorySession session = new InMemorySession();

    // when
    Rejection rejection =
        session.rejected(append(submission(user("e1", "yes")), submission(user("e1", "no"))));

    // then
    assertThat(rejection.field()).isEqualTo("[1].id");
    assertThat(rejection.message()).contains("further up in this request");
  }
}
