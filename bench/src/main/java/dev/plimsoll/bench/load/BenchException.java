/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import org.jspecify.annotations.Nullable;

/** A bench cannot go on; the message is one line that says why and what to do. */
public final class BenchException extends RuntimeException {

  /** With a line for the user. */
  public BenchException(String message) {
    this(message, null);
  }

  /** With a line for the user and the failure behind it. */
  public BenchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
