/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import dev.plimsoll.domain.session.SessionSnapshot.Live;
import dev.plimsoll.domain.session.context.Turn.Answered;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts entries into turns with complete pairs. Providers refuse a context with a call that has no
 * result or a result that has no call, for ever after; so a call without a result is left out until
 * the result is there, a result moves behind its call, and a second result of a call is left out.
 * Ids of calls get reused: a result belongs to the newest call before it that is still open, and to
 * the first one after it only if no call before it had its id; else it is a second result, which
 * must not answer a later call.
 */
final class Turns {
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Deque<Slot>> openCalls = new HashMap<>();
  private final Map<String, Deque<Entry>> earlyResults = new HashMap<>();

  private Turns() {}

  /** The turns of live entries, oldest first; empty turns are left out. */
  static List<Turn> of(List<Live> entries) {
    Turns turns = new Turns();
    entries.forEach(live -> turns.take(live.seq(), live.entry().getEntry()));
    turns.pairEarlyResults();
    CallIds ids = new CallIds();
    return turns.drafts.stream()
        .map(draft -> draft.finish(ids))
        .filter(Turns::saysSomething)
        .toList();
  }

  private void take(long seq, Entry entry) {
    if (entry.getRole() == Role.TOOL) {
      takeResult(entry);
      return;
    }
    List<Slot> slots = entry.getToolCalls().stream().map(Slot::new).toList();
    drafts.add(new Draft(seq, entry, slots));
    // Pushed last to first, so that parallel calls under one id are answered first to first.
    slots.reversed().forEach(slot -> stack(slot.call.getId()).push(slot));
  }

  private void takeResult(Entry result) {
    if (result.getToolResult() == null) {
      return;
    }
    String callId = result.getToolResult().getCallId();
    Deque<Slot> open = openCalls.get(callId);
    if (open == null) {
      earlyResults.computeIfAbsent(callId, id -> new ArrayDeque<>()).addLast(result);
    } else if (!open.isEmpty()) {
      open.pop().result = result;
    }
  }

  /** Only at the end: a call that gets its own result later must not take a stale one. */
  private void pairEarlyResults() {
    earlyResults.forEach((callId, results) -> {
      Deque<Slot> open = stack(callId);
      while (!open.isEmpty() && !results.isEmpty()) {
        open.removeLast().result = results.removeFirst();
      }
    });
  }

  private Deque<Slot> stack(String callId) {
    return openCalls.computeIfAbsent(callId, id -> new ArrayDeque<>());
  }

  private static boolean saysSomething(Turn turn) {
    return !turn.answered().isEmpty()
        || turn.entry().getContent().stream()
            .anyMatch(block ->
                block.getStub() != null
                    || (block.getText() != null
                        && !block.getText().isBlank()
                        && !block.getKind().equals("reasoning")));
  }

  private record Draft(long seq, Entry entry, List<Slot> slots) {
    Turn finish(CallIds ids) {
      List<Answered> answered = new ArrayList<>(slots.size());
      for (Slot slot : slots) {
        if (slot.result != null) {
          answered.add(new Answered(ids.unique(slot.call.getId()), slot.call, slot.result));
        }
      }
      return new Turn(seq, entry, answered);
    }
  }

  private static final class Slot {
    private final ToolCall call;
    private @Nullable Entry result;

    Slot(ToolCall call) {
      this.call = call;
    }
  }
}
