/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.cli;

/** A command cannot go on; the message is one line to act on. */
final class CliException extends RuntimeException {
  CliException(String message) {
    super(message);
  }
}
