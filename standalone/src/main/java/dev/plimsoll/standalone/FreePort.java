/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Picks ports on the loopback address that are free now.
 *
 * <p>They come from below the ranges that systems give to outgoing connections (32768 and up on
 * Linux, 49152 and up elsewhere, RFC 6335): a port picked there could be gone before it is bound.
 */
final class FreePort {

  private static final int FIRST = 20_000;
  private static final int END = 32_000;
  private static final int TRIES = 200;

  private FreePort() {}

  /**
   * Returns a port that could be bound a moment ago.
   *
   * @throws UncheckedIOException if none is found
   */
  static int pick() {
    IOException last = new IOException("no port tried");
    for (int i = 0; i < TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, END);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(loopback(), port));
        return port;
      } catch (IOException e) {
        last = e;
      }
    }
    throw new UncheckedIOException(
        "Expected a free port from %d to %d on 127.0.0.1, but %d tries found none. See what listens there."
            .formatted(FIRST, END - 1, TRIES),
        last);
  }

  /** Returns a free port that is not the given one. */
  static int pickOtherThan(int taken) {
    int port = pick();
    return port == taken ? pickOtherThan(taken) : port;
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }
}
