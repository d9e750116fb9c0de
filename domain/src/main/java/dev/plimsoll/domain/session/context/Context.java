/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.domain.session.SessionSnapshot;
import dev.plimsoll.domain.session.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bot's next model call is built from.
 *
 * @param system the system prompt, where the format has it apart and there is one
 * @param messages a JSON array in the format that was asked for; every tool call has its result
 * @param bytes size of the messages in UTF-8
 * @param tokens tokens of the entries in it (o200k_base)
 * @param fromSeq sequence of the oldest entry in it; 0 when there is none
 * @param throughSeq sequence of the newest event that it knows
 * @param digest SHA-256 of the messages in UTF-8
 * @param token by which the same context can be had again
 */
public record Context(
    @Nullable String system,
    String messages,
    long bytes,
    long tokens,
    long fromSeq,
    long throughSeq,
    String digest,
    ContextToken token) {

  /**
   * Builds the context of a state. The same state and request give the same bytes.
   *
   * @throws ContextExceedsWindowException when not even the newest turn fits the window
   */
  public static Context of(SessionSnapshot state, ContextRequest request) {
    List<Turn> turns = ContextWindow.fit(Turns.of(state.entries()), request.budget());
    Rendered rendered = request.format().render(turns);
    String json = rendered.messages().toString();
    byte[] bytes = json.getBytes(UTF_8);
    long throughSeq = state.header().getLastSeq();
    return new Context(
        rendered.system(),
        json,
        bytes.length,
        turns.stream().mapToLong(Turn::tokens).sum(),
        turns.isEmpty() ? 0 : turns.getFirst().seq(),
        throughSeq,
        Sha256.hex(bytes),
        new ContextToken(throughSeq, request));
  }
}
