/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plimsoll.domain.session.Sha256;
import dev.plimsoll.domain.session.content.RawBlock;
import dev.plimsoll.domain.session.content.RawEntry;
import dev.plimsoll.domain.session.content.RawEntry.RawToolCall;
import dev.plimsoll.domain.transcript.TranscriptItem.Header;
import dev.plimsoll.domain.transcript.TranscriptItem.Message;
import dev.plimsoll.domain.transcript.TranscriptItem.Skipped;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolResult;
import dev.plimsoll.schemas.shared.Usage;
import dev.plimsoll.schemas.topics.SessionKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of transcripts that OpenClaw and pi write: one JSON object a line with a {@code
 * type}, of which {@code message} is an entry.
 */
public final class TranscriptLines {
  private TranscriptLines() {}

  /**
   * Reads one line.
   *
   * @param transcript id of the transcript, part of the entry's id
   * @param number number of the line in its file, from 1: stands in for a missing id
   * @param line the parsed line
   */
  public static TranscriptItem read(String transcript, long number, JsonNode line) {
    String type = line.path("type").asText("");
    return switch (type) {
      case "session" -> new Header(line.path("id").asText(""));
      case "message" -> message(transcript, number, line);
      case "" -> new Skipped("no type");
      default -> new Skipped("type " + printable(type));
    };
  }

  private static TranscriptItem message(String transcript, long number, JsonNode line) {
    JsonNode message = line.path("message");
    String role = message.path("role").asText("");
    return switch (role) {
      case "user" -> entry(transcript, number, line, Role.USER, null);
      case "assistant" -> entry(transcript, number, line, Role.ASSISTANT, null);
      case "toolResult" -> {
        String callId = message.path("toolCallId").asText("");
        yield callId.isBlank()
            ? new Skipped("tool result without a call id")
            : entry(transcript, number, line, Role.TOOL, toolResult(callId, message));
      }
      case "" -> new Skipped("message without a role");
      default -> new Skipped("role " + printable(role));
    };
  }

  private static TranscriptItem entry(
      String transcript, long number, JsonNode line, Role role, @Nullable ToolResult result) {
    JsonNode message = line.path("message");
    Optional<List<RawBlock>> content = TranscriptContent.blocks(message.path("content"));
    Optional<List<RawToolCall>> calls = TranscriptContent.toolCalls(message.path("content"));
    if (content.isEmpty() || calls.isEmpty()) {
      return new Skipped("malformed content");
    }
    String lineId = text(line, "id");
    RawEntry entry =
        new RawEntry(
            entryId(transcript, lineId != null ? lineId : "line-" + number),
            role,
            content.get(),
            role == Role.ASSISTANT ? calls.get() : List.of(),
            result,
            null,
            role == Role.ASSISTANT ? model(message) : null,
            usage(message.path("usage")),
            null,
            false,
            time(message, line));
    return new Message(entry, lineId, text(line, "parentId"));
  }

  private static ToolResult toolResult(String callId, JsonNode message) {
    return new ToolResult(
        callId, text(message, "toolName"), message.path("isError").asBoolean(false));
  }

  /** Ids of lines are unique in their transcript only; what does not fit an id is hashed. */
  private static String entryId(String transcript, String lineId) {
    String id = transcript + ":" + lineId;
    return SessionKey.isId(id) ? id : "sha256:" + Sha256.hex(id.getBytes(UTF_8));
  }

  private static @Nullable String model(JsonNode message) {
    String provider = text(message, "provider");
    String model = text(message, "model");
    return provider == null || model == null ? model : provider + "/" + model;
  }

  private static @Nullable Usage usage(JsonNode usage) {
    return usage.isObject()
        ? new Usage(
            tokens(usage, "input"),
            tokens(usage, "output"),
            tokens(usage, "cacheRead"),
            tokens(usage, "cacheWrite"))
        : null;
  }

  private static long tokens(JsonNode usage, String field) {
    return Math.max(0, usage.path(field).asLong(0));
  }

  private static @Nullable Instant time(JsonNode message, JsonNode line) {
    if (message.path("timestamp").canConvertToLong() && message.path("timestamp").isNumber()) {
      return Instant.ofEpochMilli(message.path("timestamp").longValue());
    }
    try {
      String text = text(line, "timestamp");
      return text == null ? null : Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return null; // No time, or one that milliseconds cannot hold.
    }
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
  }

  private static String printable(String word) {
    return word.matches("[A-Za-z0-9_-]{1,40}") ? word : "unknown";
  }
}
