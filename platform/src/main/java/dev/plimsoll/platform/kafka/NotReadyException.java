/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import org.jspecify.annotations.Nullable;

/** This instance cannot answer now; the same request may succeed in a moment. */
public final class NotReadyException extends RuntimeException {

  /** Names who is not ready. */
  public NotReadyException(String who, @Nullable Throwable cause) {
    super("Expected " + who + " to be ready, but it is not: try again in a moment", cause);
  }
}
