/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.nio.file.Path;

/** A process with nothing but the broker. */
public final class BrokerMain {

  private BrokerMain() {}

  /** Starts the broker on the directory of the first argument, and waits to be killed. */
  public static void main(String[] args) throws InterruptedException {
    EmbeddedBroker.onFatalFailure(line -> System.out.println("FATAL " + line));
    DataDirectory data = DataDirectory.open(Path.of(args[0]), "test");
    EmbeddedBroker broker = EmbeddedBroker.prepare(data).start();
    System.out.println("BOOTSTRAP " + broker.bootstrap());
    System.out.println("SECRET " + data.secret("broker-services"));
    Thread.currentThread().join();
  }
}
