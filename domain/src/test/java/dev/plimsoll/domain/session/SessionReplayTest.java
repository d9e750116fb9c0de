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

import dev.plimsoll.schemas.shared.EntrySubmission;
import dev.plimsoll.schemas.shared.EventMeta;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.avro.specific.SpecificRecord;

/** The promise of event sourcing: the events alone give the state, byte for byte. */
class SessionReplayTest {
  @Property(tries = 150)
  void shouldGiveTheSameBytesInEveryReplay(@ForAll("histories") List<SpecificRecord> commands) {
    // given
    InMemorySession live = new InMemorySession();
    SessionRows replayed = InMemoryRows.ofSessions();

    for (int i = 0; i < commands.size(); i++) {
      // when
      int before = live.events().size();
      live.decide(commands.get(i), NOON.plusMillis(i * 10L));
      InMemorySession.replay(live.events().subList(before, live.events().size()), replayed);

      // then
      assertThat(contents(replayed)).isEqualTo(contents(live.rows()));
    }
    SessionRows fromTheStart = InMemoryRows.ofSessions();
    InMemorySession.replay(live.events(), fromTheStart);
    assertThat(contents(fromTheStart)).isEqualTo(contents(live.rows()));
  }

  @Property(tries = 100)
  void shouldNumberEventsWithoutGapsAndCountWhatIsStored(
      @ForAll("histories") List<SpecificRecord> commands) {
    // given
    InMemorySession live = new InMemorySession();

    // when
    commands.forEach(command -> live.decide(command, NOON));

    // then
    assertThat(live.events().stream().map(SessionReplayTest::seqOf))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, live.events().size()).mapToObj(i -> (long) i).toList());
    SessionSnapshot.read(SessionSamples.SESSION, live.rows().state())
        .ifPresent(snapshot -> {
          assertThat(snapshot.countedBytes()).isEqualTo(snapshot.bytes());
          assertThat(snapshot.entries()).hasSize((int) liveEntries(snapshot));
        });
  }

  @Provide
  Arbitrary<List<SpecificRecord>> histories() {
    Arbitrary<EntrySubmission> entries =
        Combinators.combine(
                Arbitraries.integers().between(0, 6), Arbitraries.of("yes", "no", "größer 😀"))
            .as((id, text) -> submission(user("e" + id, text)));
    Arbitrary<SpecificRecord> appends =
        entries
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(list -> append(list.toArray(EntrySubmission[]::new)));
    Arbitrary<SpecificRecord> imports =
        Combinators.combine(Arbitraries.integers().between(0, 6), Arbitraries.of("yes", "no"))
            .as((id, text) -> importing(imported(user("e" + id, text), id + 1)));
    Arbitrary<SpecificRecord> profiles =
        Arbitraries.of("one", "two").map(title -> createSession(title));
    Arbitrary<SpecificRecord> invalid = entries.map(e -> append(e, submission(user("a/b", "x"))));
    Arbitrary<SpecificRecord> clears = Arbitraries.create(SessionSamples::clear);
    return Arbitraries.frequencyOf(
            Tuple.of(6, appends),
            Tuple.of(3, imports),
            Tuple.of(1, profiles),
            Tuple.of(1, clears),
            Tuple.of(1, invalid))
        .list()
        .ofMaxSize(12);
  }

  private static long liveEntries(SessionSnapshot snapshot) {
    return snapshot.header().getLiveEntries();
  }

  private static List<Map<String, String>> contents(SessionRows rows) {
    return List.of(InMemoryRows.contents(rows.state()), InMemoryRows.contents(rows.acceptances()));
  }

  private static long seqOf(SpecificRecord event) {
    return ((EventMeta) event.get(event.getSchema().getField("meta").pos())).getSeq();
  }
}
