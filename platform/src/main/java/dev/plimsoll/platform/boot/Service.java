/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.boot;

/** A part of this process that needs Kafka, its topics and the registry before it starts. */
public interface Service {

  /** Starts and returns; called once, when Kafka, the registry and the topics are there. */
  void start();

  /** Stops; called once, also when it never started. */
  void stop();
}
