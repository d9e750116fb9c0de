/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.problem;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  /** What the client will see. */
  public ProblemException(Problem problem) {
    super(problem.code() + ": " + problem.detail());
    this.problem = problem;
  }

  /** What the client will see. */
  public Problem problem() {
    return problem;
  }
}
