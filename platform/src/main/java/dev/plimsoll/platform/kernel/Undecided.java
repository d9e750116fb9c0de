/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kernel;

/** A command that cannot be decided: it goes to the dead letters, and the partition goes on. */
public final class Undecided extends Exception {
  private final String code;

  Undecided(String code, String message) {
    super(message);
    this.code = code;
  }

  Undecided(String code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /**
   * {@code undecodable}, {@code wrong_key}, {@code wrong_partition}, {@code decide_failed} or
   * {@code too_large}.
   */
  public String code() {
    return code;
  }
}
