/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.content;

import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolResult;
import dev.plimsoll.schemas.shared.Usage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry whole, before its large contents are offloaded.
 *
 * @param id chosen by the client
 * @param role who speaks
 * @param content in order
 * @param toolCalls the calls of an assistant
 * @param toolResult which call a tool answers
 * @param author who wrote it
 * @param model the model behind it
 * @param usage what the provider reported
 * @param run id of the budget run
 * @param pinned whether compaction must keep it
 * @param occurredAt by the client's clock
 */
public record RawEntry(
    String id,
    Role role,
    List<RawBlock> content,
    List<RawToolCall> toolCalls,
    @Nullable ToolResult toolResult,
    @Nullable Author author,
    @Nullable String model,
    @Nullable Usage usage,
    @Nullable String run,
    boolean pinned,
    @Nullable Instant occurredAt) {

  /**
   * A call of a tool.
   *
   * @param arguments a JSON document
   */
  public record RawToolCall(String id, String name, String arguments) {}
}
