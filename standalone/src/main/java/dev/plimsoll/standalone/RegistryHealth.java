/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Asks the schema registry how it is.
 *
 * @param port of its health endpoint
 */
record RegistryHealth(int port) {

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final Duration PROBE_PAUSE = Duration.ofMillis(50);

  /** Returns whether it has read all its schemas and answers; takes 4 s at most. */
  boolean isReady() {
    URI uri = URI.create("http://%s:%d/health/ready".formatted(BrokerSettings.HOST, port));
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Waits until it is ready.
   *
   * @param worthIt waiting ends when this turns false
   * @return whether it is ready now
   */
  boolean await(Duration atMost, BooleanSupplier worthIt) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!isReady()) {
      if (!worthIt.getAsBoolean() || System.nanoTime() - deadline > 0) {
        return false;
      }
      Thread.sleep(PROBE_PAUSE);
    }
    return true;
  }
}
