/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

/** A command is larger than a record may be; nothing was stored. */
public final class TooLargeException extends RuntimeException {
  private final long limit;

  /** Sizes in bytes. */
  public TooLargeException(long bytes, long limit) {
    super("Expected at most %d bytes, but got %d".formatted(limit, bytes));
    this.limit = limit;
  }

  /** The limit in bytes. */
  public long limit() {
    return limit;
  }
}
