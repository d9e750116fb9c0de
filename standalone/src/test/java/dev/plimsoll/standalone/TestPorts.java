/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

/** Free ports for tests of other packages. */
public final class TestPorts {

  private TestPorts() {}

  /** Returns a port of the loopback address that could be bound a moment ago. */
  public static int pick() {
    return FreePort.pick();
  }
}
