/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.content;

import dev.plimsoll.schemas.shared.BlobStub;
import dev.plimsoll.schemas.shared.ContentBlock;
import dev.plimsoll.schemas.shared.ToolCall;
import org.jspecify.annotations.Nullable;

/** The words that a model reads for a stored content: the text itself, or those of its stub. */
public final class Wording {
  private Wording() {}

  /** The words of a content block. */
  public static String of(ContentBlock block) {
    return block.getText() != null ? block.getText() : of(block.getKind(), block.getStub());
  }

  /** The words of a call's arguments: a JSON document, as far as the model wrote one. */
  public static String ofArguments(ToolCall call) {
    if (call.getArguments() != null) {
      return call.getArguments();
    }
    BlobStub stub = call.getStub();
    return stub == null
        ? "{}"
        : "{\"offloaded\":\"%d bytes, sha256:%s\"}".formatted(stub.getBytes(), stub.getDigest());
  }

  private static String of(String kind, @Nullable BlobStub stub) {
    if (stub == null) {
      return "[" + kind + "]";
    }
    if (stub.getHead().isEmpty()) {
      return "[%s %s, %d bytes, sha256:%s]"
          .formatted(kind, stub.getMediaType(), stub.getBytes(), stub.getDigest());
    }
    return stub.getHead()
        + "\n[... %d bytes in all, sha256:%s ...]\n".formatted(stub.getBytes(), stub.getDigest())
        + stub.getTail();
  }
}
