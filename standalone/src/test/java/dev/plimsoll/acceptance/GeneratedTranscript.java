/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A transcript as OpenClaw and pi write it, made from a seed: turns of a question, a tool call and
 * the tool's result. Every third turn the tool returns its whole configuration schema, the very
 * same each time, which is what grew such files to megabytes.
 */
final class GeneratedTranscript {
  /** Size of the schema that a tool returns again and again, in bytes, about. */
  private static final int SCHEMA_BYTES = 396 * 1024;

  private static final int ROLES = 3;
  private static final int TURNS_BETWEEN_SCHEMAS = 3;
  private static final Instant BEGIN = Instant.parse("2026-11-22T09:00:00Z");
  private static final int SECONDS_BETWEEN = 20;
  private static final List<String> WORDS =
      List.of("gateway", "deploy", "über", "状態", "healthy?", "🙂", "retry", "\"quoted\"", "a\tb");

  private final String id;
  private final Random random;
  private final String schema;
  private final List<Message> messages = new ArrayList<>();
  private final List<ObjectNode> lines = new ArrayList<>();

  /**
   * A message of it.
   *
   * @param entryId the id that its entry has once it is imported
   * @param role as the API calls it
   */
  record Message(String entryId, String role, String text) {}

  private GeneratedTranscript(long seed) {
    this.random = new Random(seed);
    this.id = "transcript-" + seed;
    this.schema = makeSchema();
  }

  /** The transcript of a seed: the same seed gives the same bytes. */
  static GeneratedTranscript of(long seed, int messages) {
    GeneratedTranscript transcript = new GeneratedTranscript(seed);
    transcript.addHeader();
    for (int i = 0; i < messages; i++) {
      transcript.addMessage(i);
    }
    return transcript;
  }

  /** The messages, in order. */
  List<Message> messages() {
    return List.copyOf(messages);
  }

  /** Writes it to a file of a directory. */
  Path writeTo(Path directory) throws IOException {
    return Files.writeString(
        directory.resolve(id + ".jsonl"),
        lines.stream().map(line -> line + "\n").collect(Collectors.joining()),
        UTF_8);
  }

  private void addHeader() {
    ObjectNode header = Api.JSON.createObjectNode();
    header.put("type", "session").put("version", 3).put("id", id);
    header.put("timestamp", BEGIN.toString()).put("cwd", "/home/bot");
    lines.add(header);
  }

  private void addMessage(int index) {
    int turn = index / ROLES;
    Instant time = BEGIN.plusSeconds((long) SECONDS_BETWEEN * index);
    ObjectNode message = Api.JSON.createObjectNode();
    String text = sentence();
    switch (index % ROLES) {
      case 0 -> message.put("role", "user").put("content", text);
      case 1 -> fillCall(message, turn, text);
      default -> {
        text = turn % TURNS_BETWEEN_SCHEMAS == 0 ? schema : text;
        fillResult(message, turn, text);
      }
    }
    message.put("timestamp", time.toEpochMilli());
    String role = message.get("role").textValue();
    String lineId = "%08x".formatted(index + 1);
    ObjectNode line = Api.JSON.createObjectNode();
    line.put("type", "message").put("id", lineId);
    line.put("parentId", index == 0 ? null : "%08x".formatted(index));
    line.put("timestamp", time.toString());
    line.set("message", message);
    lines.add(line);
    messages.add(new Message(id + ":" + lineId, role.equals("toolResult") ? "tool" : role, text));
  }

  private static void fillCall(ObjectNode message, int turn, String text) {
    message.put("role", "assistant").put("provider", "anthropic").put("model", "some-model");
    ArrayNode content = message.putArray("content");
    content.addObject().put("type", "text").put("text", text);
    ObjectNode call = content.addObject().put("type", "toolCall");
    call.put("id", "call-" + turn).put("name", "gateway");
    call.putObject("arguments").put("action", "config.schema");
    ObjectNode usage = message.putObject("usage");
    usage.put("input", 1_000 + turn).put("output", 40).put("cacheRead", 0).put("cacheWrite", 0);
    message.put("stopReason", "toolUse");
  }

  private static void fillResult(ObjectNode message, int turn, String text) {
    message.put("role", "toolResult").put("toolCallId", "call-" + turn).put("toolName", "gateway");
    message.putArray("content").addObject().put("type", "text").put("text", text);
    message.put("isError", false);
  }

  private String sentence() {
    return Stream.generate(() -> WORDS.get(random.nextInt(WORDS.size())))
        .limit(6 + random.nextInt(20))
        .collect(Collectors.joining(" "));
  }

  private String makeSchema() {
    StringBuilder properties = new StringBuilder();
    int count = 0;
    while (properties.length() < SCHEMA_BYTES) {
      ObjectNode property = Api.JSON.createObjectNode();
      property.put("type", random.nextBoolean() ? "string" : "integer");
      property.put("description", "Option %d, %08x".formatted(count, random.nextInt()));
      properties.append(count == 0 ? "" : ",").append("\"option%d\":%s".formatted(count, property));
      count++;
    }
    return "{\"type\":\"object\",\"properties\":{%s}}".formatted(properties);
  }
}
