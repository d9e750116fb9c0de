/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import static dev.plimsoll.domain.session.SessionSamples.assistant;
import static dev.plimsoll.domain.session.SessionSamples.call;
import static dev.plimsoll.domain.session.SessionSamples.entry;
import static dev.plimsoll.domain.session.SessionSamples.text;
import static dev.plimsoll.domain.session.SessionSamples.toolResult;
import static dev.plimsoll.domain.session.SessionSamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.domain.session.SessionSamples;
import dev.plimsoll.domain.session.SessionSnapshot.Live;
import dev.plimsoll.schemas.session.state.LiveEntry;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Turns are written as {@code id} or {@code id(call=result, ...)}. */
class TurnsTest {
  @Test
  void shouldPairParallelCallsWithTheirResultsInAnyOrder() {
    // when / then
    assertThat(
            turns(
                user("u1", "hi"),
                assistant("a1", "", call("c1"), call("c2")),
                toolResult("r2", "c2", "two"),
                toolResult("r1", "c1", "one"),
                assistant("a2", "done")))
        .containsExactly("u1", "a1(c1=r1, c2=r2)", "a2");
  }

  @Test
  void shouldLeaveOutACallUntilItsResultIsThere() {
    // when / then
    assertThat(
            turns(
                assistant("a1", "let me see", call("c1"), call("c2")),
                toolResult("r2", "c2", "two")))
        .containsExactly("a1(c2=r2)");
    assertThat(turns(assistant("a1", "let me see", call("c1")))).containsExactly("a1");
  }

  @Test
  void shouldMoveAResultThatCameBeforeItsCallBehindIt() {
    // when / then
    assertThat(turns(toolResult("r1", "c1", "one"), assistant("a1", "", call("c1"))))
        .containsExactly("a1(c1=r1)");
  }

  @Test
  void shouldMoveAResultThatCameAfterALaterMessageBehindItsCall() {
    // when / then
    assertThat(
            turns(
                assistant("a1", "", call("c1")),
                user("u1", "are you there?"),
                toolResult("r1", "c1", "one")))
        .containsExactly("a1(c1=r1)", "u1");
  }

  @Test
  void shouldLeaveOutASecondResultOfACall() {
    // when / then
    assertThat(
            turns(
                assistant("a1", "", call("c1")),
                toolResult("r1", "c1", "one"),
                toolResult("r2", "c1", "again")))
        .containsExactly("a1(c1=r1)");
  }

  @Test
  void shouldGiveEachUseOfAReusedCallIdItsOwnResult() {
    // when / then
    assertThat(
            turns(
                assistant("a1", "", call("c1")),
                toolResult("r1", "c1", "one"),
                assistant("a2", "", call("c1")),
                toolResult("r2", "c1", "two")))
        .containsExactly("a1(c1=r1)", "a2(c1=r2)");
  }

  @Test
  void shouldNotTakeTheSecondResultOfACallForThatOfALaterCallWithTheSameId() {
    // when / then
    assertThat(
            turns(
                assistant("a1", "", call("c1")),
                toolResult("r1", "c1", "one"),
                toolResult("r1b", "c1", "one"),
                assistant("a2", "wait", call("c1"))))
        .containsExactly("a1(c1=r1)", "a2");
  }

  @Test
  void shouldGiveAResultToTheNewestOpenCall() {
    // when / then
    assertThat(
            turns(
                assistant("a1", "lost", call("c1")),
                assistant("a2", "", call("c1")),
                toolResult("r2", "c1", "two")))
        .containsExactly("a1", "a2(c1=r2)");
  }

  @Test
  void shouldAnswerParallelCallsUnderOneIdFirstToFirst() {
    // when / then
    assertThat(
            turns(
                assistant("a1", "", call("c1"), call("c1")),
                toolResult("r1", "c1", "one"),
                toolResult("r2", "c1", "two")))
        .containsExactly("a1(c1=r1, c1=r2)");
  }

  @Test
  void shouldLeaveOutTurnsThatSayNothing() {
    // given
    ContentBlock thought = new ContentBlock("reasoning", "hm", null, null);

    // when / then
    assertThat(
            turns(
                assistant("a1", ""),
                assistant("a2", " \n"),
                entry("a3", Role.ASSISTANT, List.of(thought), List.of(), null),
                assistant("a4", "", call("c1")),
                entry("a5", Role.ASSISTANT, List.of(thought, text("yes")), List.of(), null)))
        .containsExactly("a5");
  }

  @Test
  void shouldLeaveOutAResultWithoutACall() {
    // when / then
    assertThat(turns(toolResult("r1", "c1", "one"), user("u1", "hi"))).containsExactly("u1");
  }

  private static List<String> turns(Entry... entries) {
    List<Live> live = new ArrayList<>();
    for (Entry entry : entries) {
      live.add(new Live(live.size() + 2L, new LiveEntry(SessionSamples.NOON, entry)));
    }
    return Turns.of(live).stream().map(TurnsTest::word).toList();
  }

  private static String word(Turn turn) {
    String answered =
        turn.answered().stream()
            .map(pair -> pair.call().getId() + "=" + pair.result().getId())
            .collect(Collectors.joining(", "));
    return turn.entry().getId() + (answered.isEmpty() ? "" : "(" + answered + ")");
  }
}
