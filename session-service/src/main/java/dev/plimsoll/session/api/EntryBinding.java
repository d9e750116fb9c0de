/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.domain.session.content.RawBlock;
import dev.plimsoll.domain.session.content.RawEntry;
import dev.plimsoll.domain.session.content.RawEntry.RawToolCall;
import dev.plimsoll.platform.problem.Problem;
import dev.plimsoll.platform.problem.ProblemException;
import dev.plimsoll.schemas.shared.Author;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolResult;
import dev.plimsoll.schemas.shared.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the JSON of an entry to the entry, naming the field that is at fault. */
final class EntryBinding {
  private final String prefix;

  private EntryBinding(String at) {
    this.prefix = at.isEmpty() ? "" : at + ".";
  }

  /**
   * Binds one entry.
   *
   * @param at where it stands in the request: empty, or {@code [index]}
   */
  static RawEntry bind(JsonNode json, String at) {
    return new EntryBinding(at).toEntry(StrictJson.bind(json, EntryRequest.class, at));
  }

  private RawEntry toEntry(EntryRequest request) {
    return new RawEntry(
        require("id", request.id()),
        role(require("role", request.role())),
        blocks(Optional.ofNullable(request.content()).orElse(List.of())),
        calls(Optional.ofNullable(request.toolCalls()).orElse(List.of())),
        toolResult(request),
        request.author() == null
            ? null
            : new Author(request.author().id(), request.author().name()),
        request.model(),
        usage(request.usage()),
        request.run(),
        Boolean.TRUE.equals(request.pinned()),
        time("occurredAt", request.occurredAt()));
  }

  private @Nullable Instant time(String field, @Nullable Instant time) {
    try {
      return time == null ? null : Instant.ofEpochMilli(time.toEpochMilli());
    } catch (ArithmeticException e) {
      throw invalid(field, "Expected a time that milliseconds can hold, but got another");
    }
  }

  private Role role(String word) {
    return switch (word) {
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      case "tool" -> Role.TOOL;
      case "system" -> Role.SYSTEM;
      default -> throw invalid("role", "Expected user, assistant, tool or system, but got another");
    };
  }

  private List<RawBlock> blocks(List<EntryRequest.Block> requests) {
    List<RawBlock> blocks = new ArrayList<>(requests.size());
    for (int i = 0; i < requests.size(); i++) {
      blocks.add(block("content[" + i + "]", requests.get(i)));
    }
    return blocks;
  }

  private RawBlock block(String at, EntryRequest.@Nullable Block block) {
    if (block == null) {
      throw invalid(at, "Expected a text or a block, but got null");
    }
    String type = require(at + ".type", block.type());
    return switch (type) {
      case "text" -> new RawBlock.Text(require(at + ".text", block.text()));
      case "reasoning" ->
          new RawBlock.Reasoning(require(at + ".text", block.text()), block.signature());
      case "image", "audio" ->
          new RawBlock.Media(
              type,
              require(at + ".mediaType", block.mediaType()),
              require(at + ".data", block.data()));
      default ->
          throw invalid(at + ".type", "Expected text, image, audio or reasoning, but got another");
    };
  }

  private List<RawToolCall> calls(List<EntryRequest.Call> requests) {
    List<RawToolCall> calls = new ArrayList<>(requests.size());
    for (int i = 0; i < requests.size(); i++) {
      String at = "toolCalls[" + i + "]";
      EntryRequest.Call call = require(at, requests.get(i));
      calls.add(
          new RawToolCall(
              require(at + ".id", call.id()),
              require(at + ".name", call.name()),
              arguments(at + ".arguments", call.arguments())));
    }
    return calls;
  }

  private String arguments(String at, @Nullable JsonNode arguments) {
    if (arguments == null || arguments.isNull()) {
      return "{}";
    }
    if (arguments.isTextual()) {
      return arguments.textValue();
    }
    if (arguments.isObject()) {
      return arguments.toString();
    }
    throw invalid(at, "Expected a JSON object or the text of one, but got another type");
  }

  private static @Nullable ToolResult toolResult(EntryRequest request) {
    return request.toolCallId() == null
        ? null
        : new ToolResult(
            request.toolCallId(), request.toolName(), Boolean.TRUE.equals(request.isError()));
  }

  private @Nullable Usage usage(EntryRequest.@Nullable UsageRequest usage) {
    if (usage == null) {
      return null;
    }
    return new Usage(
        tokens("usage.input", usage.input()),
        tokens("usage.output", usage.output()),
        tokens("usage.cacheRead", usage.cacheRead()),
        tokens("usage.cacheWrite", usage.cacheWrite()));
  }

  private long tokens(String field, @Nullable Long tokens) {
    if (tokens != null && tokens < 0) {
      throw invalid(field, "Expected a number of tokens, but it is negative");
    }
    return tokens == null ? 0 : tokens;
  }

  private <T> T require(String field, @Nullable T value) {
    if (value == null) {
      throw invalid(field, "Expected a value, but there is none");
    }
    return value;
  }

  private ProblemException invalid(String field, String detail) {
    return new ProblemException(Problem.invalid(prefix + field, detail));
  }
}
