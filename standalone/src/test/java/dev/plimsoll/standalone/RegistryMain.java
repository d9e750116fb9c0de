/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import java.nio.file.Path;
import java.time.Duration;

/** A process with the broker and the registry. */
public final class RegistryMain {

  private RegistryMain() {}

  /** Starts both on the directory of the first argument, and waits to be killed. */
  public static void main(String[] args) throws InterruptedException {
    DataDirectory data = DataDirectory.open(Path.of(args[0]), "test");
    EmbeddedBroker broker = EmbeddedBroker.prepare(data);
    Path application = Path.of(System.getProperty("plimsoll.registry.application"));
    RegistryProcess registry =
        RegistryProcess.start(data, application, broker.bootstrap(), broker.clientProperties());
    broker.start();
    registry.awaitReady(Duration.ofMinutes(2));
    System.out.println("URL " + registry.url());
    System.out.println("PID " + registry.process().orElseThrow().pid());
    Thread.currentThread().join();
  }
}
