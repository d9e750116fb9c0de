/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.Serial;

/** A part of the standalone instance cannot start; the message is one line to act on. */
public final class StandaloneException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  StandaloneException(String message) {
    super(message);
  }

  StandaloneException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns the innermost message of a failure, on one line. */
  static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }
}
