/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.Serial;

/** The data directory cannot be used; the message is one line that a person can act on. */
public final class DataDirectoryException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Problem problem;

  /** What is wrong with the directory. */
  public enum Problem {
    /** Another process, or another part of this one, has it open. */
    LOCKED,
    /** It was written by a version with another data format. */
    OTHER_FORMAT,
    /** It holds files that are not Plimsoll's. */
    FOREIGN,
    /** It cannot be created, read or written. */
    NOT_WRITABLE,
    /** Its disk has too little space left to start. */
    DISK_FULL
  }

  DataDirectoryException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  DataDirectoryException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** Returns the kind of the problem, for callers that treat them differently. */
  public Problem problem() {
    return problem;
  }
}
