/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plimsoll.domain.session.EntryRules;
import dev.plimsoll.domain.session.Sha256;
import dev.plimsoll.domain.session.content.RawBlock.Media;
import dev.plimsoll.domain.session.content.RawBlock.Reasoning;
import dev.plimsoll.domain.session.content.RawBlock.Text;
import dev.plimsoll.domain.session.content.RawEntry.RawToolCall;
import dev.plimsoll.schemas.session.Blob;
import dev.plimsoll.schemas.shared.BlobStub;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.Role;
import dev.plimsoll.schemas.shared.ToolCall;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides which contents of an entry stay inline and which become stubs: a tool's result over 16
 * KB, any other text or arguments over 64 KB, and every image and sound. Decided once, at ingest.
 */
public final class Offloading {
  /** A tool's result over this many bytes is offloaded. */
  public static final int MAX_TOOL_RESULT_BYTES = 16 * 1024;

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";

  private final List<Blob> blobs = new ArrayList<>();
  private long rawBytes;

  private Offloading() {}

  /** Splits an entry into what a command carries and what goes to the blob topic. */
  public static Offloaded of(RawEntry raw) {
    return new Offloading().split(raw);
  }

  private Offloaded split(RawEntry raw) {
    List<ContentBlock> content = content(raw);
    List<ToolCall> calls = raw.toolCalls().stream().map(this::call).toList();
    Entry entry =
        new Entry(
            raw.id(),
            raw.role(),
            content,
            calls,
            raw.toolResult(),
            raw.author(),
            raw.model(),
            raw.usage(),
            raw.run(),
            raw.pinned(),
            raw.occurredAt(),
            0L,
            rawBytes);
    return new Offloaded(entry, List.copyOf(blobs));
  }

  private List<ContentBlock> content(RawEntry raw) {
    long inlineLeft = raw.role() == Role.TOOL ? MAX_TOOL_RESULT_BYTES : EntryRules.MAX_INLINE_BYTES;
    List<ContentBlock> content = new ArrayList<>(raw.content().size());
    for (RawBlock block : raw.content()) {
      ContentBlock stored = block(block, inlineLeft);
      content.add(stored);
      inlineLeft -= stored.getText() == null ? 0 : stored.getText().getBytes(UTF_8).length;
    }
    return content;
  }

  private ContentBlock block(RawBlock block, long inlineLeft) {
    return switch (block) {
      case Text(String text) -> text("text", text, null, inlineLeft);
      case Reasoning(String text, String signature) ->
          text("reasoning", text, signature, inlineLeft);
      case Media(String kind, String mediaType, byte[] data) -> {
        rawBytes += data.length;
        yield new ContentBlock(kind, null, null, offload(data, mediaType, "", ""));
      }
    };
  }

  private ContentBlock text(
      String kind, String text, @org.jspecify.annotations.Nullable String signature, long limit) {
    byte[] bytes = text.getBytes(UTF_8);
    rawBytes += bytes.length;
    // A stub of a short text would be longer than the text.
    boolean inline = bytes.length <= limit || bytes.length <= Excerpt.MAX_BYTES;
    return inline
        ? new ContentBlock(kind, text, signature, null)
        : new ContentBlock(kind, null, signature, offloadText(text, bytes, TEXT));
  }

  private ToolCall call(RawToolCall call) {
    byte[] bytes = call.arguments().getBytes(UTF_8);
    rawBytes += bytes.length;
    return bytes.length <= EntryRules.MAX_INLINE_BYTES
        ? new ToolCall(call.id(), call.name(), call.arguments(), null)
        : new ToolCall(call.id(), call.name(), null, offloadText(call.arguments(), bytes, JSON));
  }

  private BlobStub offloadText(String text, byte[] bytes, String mediaType) {
    Excerpt excerpt = Excerpt.of(text);
    return offload(bytes, mediaType, excerpt.head(), excerpt.tail());
  }

  private BlobStub offload(byte[] bytes, String mediaType, String head, String tail) {
    String digest = Sha256.hex(bytes);
    blobs.add(new Blob(digest, mediaType, ByteBuffer.wrap(bytes)));
    return new BlobStub(digest, (long) bytes.length, mediaType, head, tail);
  }
}
