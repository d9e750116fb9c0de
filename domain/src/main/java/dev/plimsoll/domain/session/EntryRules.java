/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.domain.kernel.Rejection;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.EntrySubmission;
import dev.plimsoll.schemas.shared.ToolCall;
import dev.plimsoll.schemas.topics.SessionKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an entry must be, whoever sends it: the HTTP edge asks before it writes a command, the
 * decider asks again because any producer may write commands.
 */
public final class EntryRules {
  /** Contents over this many bytes must be offloaded before the command. */
  public static final int MAX_INLINE_BYTES = 64 * 1024;

  /** Longest id of a tool call, in characters; providers' own are under 100. */
  public static final int MAX_CALL_ID_CHARS = 256;

  private static final String CODE = "invalid_entry";

  private EntryRules() {}

  /** The first fault in a command's entries, its field named as {@code [index].field}. */
  static Optional<Rejection> check(List<EntrySubmission> submissions) {
    if (submissions.isEmpty()) {
      return fault("", "Expected at least one entry, but there is none");
    }
    for (int i = 0; i < submissions.size(); i++) {
      Optional<Rejection> fault = check(submissions.get(i).getEntry());
      if (fault.isPresent()) {
        Rejection found = fault.get();
        String field = submissions.size() == 1 ? found.field() : "[" + i + "]." + found.field();
        return Optional.of(new Rejection(found.code(), found.message(), field));
      }
    }
    return Optional.empty();
  }

  /** The first fault in an entry. */
  public static Optional<Rejection> check(Entry entry) {
    if (!SessionKey.isId(entry.getId())) {
      return fault("id", "Expected 1-256 of [A-Za-z0-9._:@+=~#-], but got another id");
    }
    return switch (entry.getRole()) {
      case TOOL -> checkToolResult(entry);
      case ASSISTANT -> checkToolCalls(entry);
      case USER, SYSTEM -> checkPlain(entry);
      case UNKNOWN -> fault("role", "Expected user, assistant, tool or system, but got another");
    };
  }

  private static Optional<Rejection> checkToolResult(Entry entry) {
    if (entry.getToolResult() == null || !isCallId(entry.getToolResult().getCallId())) {
      return fault(
          "toolCallId",
          "Expected a tool result to name its call in 1-256 characters, but it does not");
    }
    return checkNoToolCalls(entry).or(() -> checkInline(entry));
  }

  private static Optional<Rejection> checkToolCalls(Entry entry) {
    for (int i = 0; i < entry.getToolCalls().size(); i++) {
      ToolCall call = entry.getToolCalls().get(i);
      String field = "toolCalls[" + i + "].";
      if (!isCallId(call.getId())) {
        return fault(field + "id", "Expected an id of 1-256 characters, but got another");
      }
      if (call.getName().isBlank()) {
        return fault(field + "name", "Expected the name of a tool, but it is empty");
      }
      if (isTooLong(call.getArguments())) {
        return tooLong(field + "arguments");
      }
    }
    return checkNoToolResult(entry).or(() -> checkInline(entry));
  }

  private static Optional<Rejection> checkPlain(Entry entry) {
    return checkNoToolCalls(entry).or(() -> checkNoToolResult(entry)).or(() -> checkInline(entry));
  }

  private static Optional<Rejection> checkNoToolCalls(Entry entry) {
    return entry.getToolCalls().isEmpty()
        ? Optional.empty()
        : fault("toolCalls", "Expected tool calls from an assistant only, but the role is another");
  }

  private static Optional<Rejection> checkNoToolResult(Entry entry) {
    return entry.getToolResult() == null
        ? Optional.empty()
        : fault("toolCallId", "Expected it in a tool's result only, but the role is another");
  }

  private static Optional<Rejection> checkInline(Entry entry) {
    for (int i = 0; i < entry.getContent().size(); i++) {
      ContentBlock block = entry.getContent().get(i);
      if (isTooLong(block.getText())) {
        return tooLong("content[" + i + "]");
      }
    }
    return Optional.empty();
  }

  private static boolean isCallId(String id) {
    return !id.isBlank() && id.length() <= MAX_CALL_ID_CHARS;
  }

  private static boolean isTooLong(@Nullable String text) {
    return text != null
        && text.length() > MAX_INLINE_BYTES / 3
        && text.getBytes(UTF_8).length > MAX_INLINE_BYTES;
  }

  private static Optional<Rejection> tooLong(String field) {
    return fault(
        field,
        "Expected at most %d bytes inline, but there are more: write the content to the blob topic"
            .formatted(MAX_INLINE_BYTES));
  }

  private static Optional<Rejection> fault(String field, String message) {
    return Optional.of(new Rejection(CODE, message, field));
  }
}
