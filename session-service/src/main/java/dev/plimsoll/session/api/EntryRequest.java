/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as a client sends it. */
@Schema(
    name = "Entry",
    description = "An item of a session: a message, or a tool's result",
    example =
        """
        {"id": "telegram:998:4711", "role": "user", "content": "Is prod healthy?",
         "author": {"id": "u1", "name": "Ada"}, "occurredAt": "2026-11-22T10:00:00Z"}\
        """)
public record EntryRequest(
    @Schema(
            required = true,
            description = "Chosen by the client, unique in the session: a retry repeats it",
            pattern = "[A-Za-z0-9._:@+=~#-]{1,256}")
        @Nullable String id,
    @Schema(required = true, description = "user, assistant, tool or system") @Nullable String role,
    @Schema(description = "A text, or blocks") @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<Block> content,
    @Schema(description = "The calls that an assistant asks for") @Nullable List<Call> toolCalls,
    @Schema(description = "The call that a tool's result answers") @Nullable String toolCallId,
    @Nullable String toolName,
    @Nullable Boolean isError,
    @Nullable AuthorRequest author,
    @Nullable String model,
    @Nullable UsageRequest usage,
    @Schema(description = "Id of the budget run, if any") @Nullable String run,
    @Nullable Boolean pinned,
    @Schema(description = "By the client's clock; shown, never used in a decision")
        @Nullable Instant occurredAt) {

  /** A part of the content. */
  @Schema(name = "Block")
  public record Block(
      @Schema(required = true, description = "text, image, audio or reasoning")
          @Nullable String type,
      @Nullable String text,
      @Schema(description = "Of an image or a sound: its bytes in base64") byte @Nullable [] data,
      @Nullable String mediaType,
      @Schema(description = "Of reasoning: the provider's signature") @Nullable String signature) {

    /** A plain text stands for one text block. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Block ofText(String text) {
      return new Block("text", text, null, null, null);
    }

    /** A block with its members. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static Block of(
        @JsonProperty("type") @Nullable String type,
        @JsonProperty("text") @Nullable String text,
        @JsonProperty("data") byte @Nullable [] data,
        @JsonProperty("mediaType") @Nullable String mediaType,
        @JsonProperty("signature") @Nullable String signature) {
      return new Block(type, text, data, mediaType, signature);
    }
  }

  /** A call of a tool; its arguments are an object, or the text that the model wrote. */
  @Schema(name = "ToolCall")
  public record Call(@Nullable String id, @Nullable String name, @Nullable JsonNode arguments) {}

  /** Who wrote it. */
  @Schema(name = "Author")
  public record AuthorRequest(@Nullable String id, @Nullable String name) {}

  /** Tokens that the provider reported; none where it reports nothing. */
  @Schema(name = "Usage")
  public record UsageRequest(
      @Nullable Long input,
      @Nullable Long output,
      @Nullable Long cacheRead,
      @Nullable Long cacheWrite) {}
}
