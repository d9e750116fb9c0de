/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import static dev.plimsoll.domain.session.SessionSamples.SESSION;
import static dev.plimsoll.domain.session.SessionSamples.submission;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.schemas.topics.SessionKey;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionSnapshotTest {
  private final InMemorySession session = new InMemorySession();

  @Test
  void shouldReadTheEntriesThatTheHeaderCounts() {
    // given
    session.append(submission(user("e1", "one")), submission(user("e2", "two")));

    // when
    SessionSnapshot snapshot = session.snapshot();

    // then
    assertThat(snapshot.entries()).extracting(SessionSnapshot.Live::seq).containsExactly(2L, 3L);
    assertThat(snapshot.countedBytes()).isEqualTo(snapshot.bytes());
  }

  @Test
  void shouldBeEmptyWhenThereIsNoSession() {
    // when / then
    assertThat(SessionSnapshot.read(SESSION, session.rows().state())).isEmpty();
    assertThat(SessionSnapshot.readHeader(SESSION, session.rows().state())).isEmpty();
  }

  @Test
  void shouldNotMixSessionsWhoseNamesBeginAlike() {
    // given
    session.append(submission(user("e1", "one")));
    SessionKey longer = new SessionKey(SESSION.tenant(), SESSION.session() + "1");

    // when / then
    assertThat(SessionSnapshot.read(longer, session.rows().state())).isEmpty();
  }

  @Test
  void shouldHaveADigestThatTellsEveryChange() {
    // given
    session.append(submission(user("e1", "one")));
    String before = session.snapshot().digest();

    // when
    byte[] key = SessionRowKeys.of(SESSION).entry(2);
    byte[] row = requireNonNull(session.rows().state().get(key)).clone();
    row[row.length - 1] ^= 1;
    session.rows().state().put(key, row);

    // then
    assertThat(session.snapshot().digest()).isNotEqualTo(before);
  }

  @Test
  void shouldLeaveOutWhatIsAboveTheHeader() {
    // given
    session.append(submission(user("e1", "one")));
    byte[] entry = requireNonNull(session.rows().state().get(SessionRowKeys.of(SESSION).entry(2)));
    session.rows().state().put(SessionRowKeys.of(SESSION).entry(3), entry);

    // when
    SessionSnapshot snapshot = session.snapshot();

    // then
    assertThat(snapshot.entries()).hasSize(1);
  }

  @Test
  void shouldReadAgainWhenAWriterCameInBetween() {
    // given
    session.append(submission(user("e0", "zero")));
    AtomicInteger writes = new AtomicInteger();
    Rows disturbed =
        disturbed(() -> {
          int i = writes.incrementAndGet();
          if (i <= 3) {
            clearAndAppend("e" + i);
          }
        });

    // when
    SessionSnapshot snapshot = SessionSnapshot.read(SESSION, disturbed).orElseThrow();

    // then
    assertThat(snapshot.header().getLastSeq()).isEqualTo(8);
    assertThat(snapshot.countedBytes()).isEqualTo(snapshot.bytes());
  }

  @Test
  void shouldGiveUpWhenWritersLetNoReadThrough() {
    // given
    session.append(submission(user("e0", "zero")));
    AtomicInteger writes = new AtomicInteger();
    Rows disturbed = disturbed(() -> clearAndAppend("e" + writes.incrementAndGet()));

    // when / then
    assertThatThrownBy(() -> SessionSnapshot.read(SESSION, disturbed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("try again");
  }

  @Test
  void shouldNotWaitForASessionThatOnlyGrows() {
    // given
    session.append(submission(user("e0", "zero")));
    AtomicInteger writes = new AtomicInteger();
    Rows disturbed =
        disturbed(() -> session.append(submission(user("e" + writes.incrementAndGet(), "x"))));

    // when
    SessionSnapshot snapshot = SessionSnapshot.read(SESSION, disturbed).orElseThrow();

    // then
    assertThat(snapshot.header().getLastSeq()).isEqualTo(2);
    assertThat(snapshot.countedBytes()).isEqualTo(snapshot.bytes());
  }

  private void clearAndAppend(String id) {
    session.decide(SessionSamples.clear(), SessionSamples.NOON);
    session.append(submission(user(id, "x")));
  }

  @Test
  void shouldNeverBeTornByAWriterOnAnotherThread() throws InterruptedException {
    // given
    session.append(submission(user("e0", "zero")));
    AtomicInteger reads = new AtomicInteger();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 1; i <= 400; i++) {
                session.append(submission(user("e" + i, "x".repeat(i))));
                int seen = reads.get();
                while (i % 4 == 0 && reads.get() == seen) {
                  Thread.onSpinWait();
                }
              }
            });

    while (writer.isAlive()) {
      // when
      SessionSnapshot snapshot = session.snapshot();
      reads.incrementAndGet();

      // then
      assertThat(snapshot.countedBytes()).isEqualTo(snapshot.bytes());
      assertThat(snapshot.entries()).hasSize((int) (snapshot.header().getLastSeq() - 1));
    }
    writer.join();
  }

  /** The rows of the session, with a writer that comes while the entries are read. */
  private Rows disturbed(Runnable writer) {
    Rows rows = session.rows().state();
    return new Rows() {
      @Override
      public byte @Nullable [] get(byte[] key) {
        return rows.get(key);
      }

      @Override
      public void put(byte[] key, byte[] value) {
        rows.put(key, value);
      }

      @Override
      public void delete(byte[] key) {
        rows.delete(key);
      }

      @Override
      public void scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
        writer.run();
        rows.scan(from, to, visitor);
      }
    };
  }
}
