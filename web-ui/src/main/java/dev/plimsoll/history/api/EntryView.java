/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An event of the history as a page shows it: at most about 4 KB, whatever the event carries.
 *
 * @param seq its sequence in the session
 * @param type its name, or Unknown
 * @param recordedAt append time
 * @param occurredAt by the client's clock
 * @param id id of the entry
 * @param role user, assistant, tool or system; null for an event that is no entry
 * @param text preview of the text
 * @param truncated whether there is more text than that
 * @param bytes bytes of the contents as the client sent them
 * @param tokens of the entry as stored
 * @param blobs contents that lie apart
 */
@Schema(name = "HistoryEntry")
public record EntryView(
    long seq,
    String type,
    @Nullable Instant recordedAt,
    @Nullable Instant occurredAt,
    @Nullable String id,
    @Nullable String role,
    @Nullable AuthorView author,
    @Nullable String text,
    boolean truncated,
    long bytes,
    long tokens,
    @Nullable String model,
    @Nullable UsageView usage,
    List<CallView> toolCalls,
    @Nullable String toolCallId,
    @Nullable String toolName,
    boolean isError,
    List<BlobView> blobs,
    boolean pinned,
    @Nullable String run) {

  /** Who wrote it. */
  @Schema(name = "HistoryAuthor")
  public record AuthorView(@Nullable String id, @Nullable String name) {}

  /** Tokens that the provider reported. */
  @Schema(name = "HistoryUsage")
  public record UsageView(long input, long output, long cacheRead, long cacheWrite) {}

  /** A tool call; its arguments as text, cut when truncated. */
  @Schema(name = "HistoryToolCall")
  public record CallView(String id, String name, String arguments, boolean truncated) {}

  /** A content that lies apart, to be had at {@code /v1/sessions/ID/blobs/DIGEST}. */
  @Schema(name = "HistoryBlob")
  public record BlobView(String digest, long bytes, String mediaType) {}
}
