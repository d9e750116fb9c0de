/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.stream;

import static dev.plimsoll.domain.session.SessionSamples.NOON;
import static dev.plimsoll.domain.session.SessionSamples.SESSION;
import static dev.plimsoll.domain.session.SessionSamples.append;
import static dev.plimsoll.domain.session.SessionSamples.submission;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.domain.session.InMemoryRows;
import dev.plimsoll.domain.session.InMemorySession;
import dev.plimsoll.domain.session.SessionRows;
import dev.plimsoll.domain.session.SessionSnapshot;
import dev.plimsoll.platform.kernel.AggregateTopology;
import dev.plimsoll.platform.kernel.CatchUp;
import dev.plimsoll.platform.kernel.PendingAnswers;
import dev.plimsoll.schemas.platform.DeadLetter;
import dev.plimsoll.schemas.serde.AvroSerde;
import dev.plimsoll.schemas.serde.SchemaRegistry;
import dev.plimsoll.schemas.session.command.AppendEntries;
import dev.plimsoll.schemas.topics.SessionKey;
import dev.plimsoll.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class SessionTopologyTest {
  private final AvroSerde<SpecificRecord> serde =
      new AvroSerde<>(SchemaRegistry.inMemory(), true, SpecificRecord.class);
  private TopologyTestDriver driver;
  private TestInputTopic<String, SpecificRecord> commands;
  private TestOutputTopic<String, SpecificRecord> events;
  private TestOutputTopic<String, SpecificRecord> deadLetters;

  @BeforeEach
  void start(@TempDir Path stateDir) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, SessionTopology.APPLICATION);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    driver =
        new TopologyTestDriver(
            AggregateTopology.of(
                SessionTopology.spec(), 1, serde, new PendingAnswers<>(), CatchUp.none()),
            settings);
    commands =
        driver.createInputTopic(
            Topics.SESSION_COMMANDS.name(), new StringSerializer(), serde.serializer());
    events = output(Topics.SESSION_EVENTS.name());
    deadLetters = output(Topics.DEAD_LETTERS.name());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void shouldWriteEventsUnderTheSessionAndTheirSequence() {
    // when
    send(append(submission(user("e1", "one")), submission(user("e2", "two"))));

    // then
    assertThat(events.readKeyValuesToList())
        .extracting(event -> event.key + " " + event.value.getSchema().getName())
        .containsExactly(
            "acme/telegram:998/00000000000000000001 SessionCreated",
            "acme/telegram:998/00000000000000000002 EntryAppended",
            "acme/telegram:998/00000000000000000003 EntryAppended");
  }

  @Test
  void shouldHaveTheStateThatItsEventsSay() {
    // given
    SessionRows replayed = InMemoryRows.ofSessions();

    // when
    send(append(submission(user("e1", "one"))));
    send(append(submission(user("e1", "one"))));
    send(append(submission(user("e1", "changed"))));
    send(append(submission(user("e2", "two")), submission(user("e3", "three"))));

    // then
    InMemorySession.replay(
        events.readKeyValuesToList().stream().map(event -> event.value).toList(), replayed);
    assertThat(InMemoryRows.contents(rows(SessionTopology.STATE)))
        .hasSize(4)
        .isEqualTo(InMemoryRows.contents(replayed.state()));
    assertThat(InMemoryRows.contents(rows(SessionTopology.ACCEPTANCES)))
        .hasSize(3)
        .isEqualTo(InMemoryRows.contents(replayed.acceptances()));
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void shouldBeReadableWhileItRuns() {
    // when
    send(append(submission(user("e1", "one"))));

    // then
    assertThat(SessionSnapshot.read(SESSION, rows(SessionTopology.STATE)))
        .hasValueSatisfying(snapshot -> {
          assertThat(snapshot.entries()).hasSize(1);
          assertThat(snapshot.header().getLastRecordedAt()).isEqualTo(NOON);
        });
  }

  @Test
  void shouldKeepSessionsApart() {
    // given
    SessionKey other = new SessionKey(SESSION.tenant(), SESSION.session() + "0");

    // when
    send(append(submission(user("e1", "one"))));
    commands.pipeInput(other.commandKey(), append(other, submission(user("e1", "another"))), NOON);

    // then
    assertThat(SessionSnapshot.read(other, rows(SessionTopology.STATE)).orElseThrow().entries())
        .hasSize(1);
    assertThat(SessionSnapshot.read(SESSION, rows(SessionTopology.STATE)).orElseThrow().entries())
        .hasSize(1);
  }

  @Test
  void shouldPutAsideACommandWithoutAValidSession() {
    // given
    SessionKey invalid = new SessionKey("ACME", "a/b");

    // when
    commands.pipeInput("ACME/a/b", append(invalid, submission(user("e1", "one"))), NOON);

    // then
    assertThat(deadLetters.readValuesToList())
        .singleElement()
        .isInstanceOfSatisfying(
            DeadLetter.class, letter -> assertThat(letter.getCode()).isEqualTo("wrong_key"));
  }

  private void send(AppendEntries command) {
    commands.pipeInput(SESSION.commandKey(), command, NOON);
  }

  private TestOutputTopic<String, SpecificRecord> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), serde.deserializer());
  }

  private StoreRows rows(String store) {
    return StoreRows.queried(driver.<Bytes, byte[]>getKeyValueStore(store));
  }
}
