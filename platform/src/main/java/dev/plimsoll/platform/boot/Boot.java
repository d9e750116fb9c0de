/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.boot;

import dev.plimsoll.platform.kafka.KafkaConnection;
import dev.plimsoll.platform.kafka.TopicProvisioner;
import dev.plimsoll.platform.security.ApiKeys;
import dev.plimsoll.platform.security.InstallationKey;
import dev.plimsoll.schemas.serde.RegistryUnavailableException;
import dev.plimsoll.schemas.topics.Topics;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the process up beside the HTTP server, so that health can be asked from the start:
 *
 * <pre>
 *   registry answers ──► topics ──► keys ──► services ──► booted
 *          any failure that does not pass ──► exit
 * </pre>
 */
@ApplicationScoped
public class Boot {
  private static final Logger LOG = Logger.getLogger(Boot.class);
  private static final Duration RETRY = Duration.ofMillis(250);
  private static final int EXIT_CODE = 2;

  private final KafkaConnection kafka;
  private final TopicProvisioner topics;
  private final ApiKeys keys;
  private final InstallationKey installationKey;
  private final Instance<Service> services;
  private volatile String phase = "waiting for the schema registry";
  private volatile boolean booted;
  private volatile boolean stopping;
  private @Nullable Thread thread;

  Boot(
      KafkaConnection kafka,
      TopicProvisioner topics,
      ApiKeys keys,
      InstallationKey installationKey,
      @Any Instance<Service> services) {
    this.kafka = kafka;
    this.topics = topics;
    this.keys = keys;
    this.installationKey = installationKey;
    this.services = services;
  }

  /** Whether everything was started; what was started may still restore. */
  public boolean isBooted() {
    return booted;
  }

  /** What is being done, in words. */
  public String phase() {
    return phase;
  }

  void onStart(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("boot").start(this::run);
  }

  void onStop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (thread != null) {
      thread.join(Duration.ofSeconds(30));
    }
    services.forEach(Service::stop);
    keys.stop();
  }

  private void run() {
    try {
      awaitRegistry();
      phase = "checking topics";
      topics.ensure(Topics.all());
      phase = "loading keys";
      keys.start();
      installationKey.ensure();
      phase = "starting services";
      if (!stopping) {
        services.forEach(Service::start);
      }
      phase = "started";
      booted = true;
    } catch (RuntimeException e) {
      phase = "failed: " + e.getMessage();
      LOG.errorf(e, "Cannot start: %s", e.getMessage());
      Quarkus.asyncExit(EXIT_CODE);
    }
  }

  private void awaitRegistry() {
    while (!stopping) {
      try {
        kafka.checkRegistry();
        return;
      } catch (RegistryUnavailableException e) {
        LOG.debug("The schema registry does not answer yet", e);
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
  }
}
