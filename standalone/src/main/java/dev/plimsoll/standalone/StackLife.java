/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.standalone;

import dev.plimsoll.platform.security.KeySecret;
import dev.plimsoll.platform.security.PageLogin;
import dev.plimsoll.platform.security.SecurityConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.locks.LockSupport;

/** Says when the stack is ready, and takes it down after everything that uses it. */
@ApplicationScoped
public class StackLife {
  private static final long POLL_NANOS = 100_000_000;
  private static final int AFTER_ALL = Interceptor.Priority.PLATFORM_AFTER + 9_000;

  private final SmallRyeHealthReporter health;
  private final PageLogin logins;
  private final SecurityConfig security;
  private volatile boolean stopping;

  StackLife(SmallRyeHealthReporter health, PageLogin logins, SecurityConfig security) {
    this.health = health;
    this.logins = logins;
    this.security = security;
  }

  void onStart(@Observes StartupEvent event) {
    Stack stack = Stack.running();
    if (stack != null) {
      Thread.ofPlatform().daemon().name("announcement").start(() -> announce(stack));
    }
  }

  void onStop(@Observes @Priority(AFTER_ALL) ShutdownEvent event) {
    stopping = true;
    Stack stack = Stack.running();
    if (stack != null) {
      stack.close();
    }
  }

  private void announce(Stack stack) {
    while (!stopping && health.getReadiness().isDown()) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    if (!stopping) {
      System.out.println("Plimsoll is ready: " + stack.addresses().http() + fragment());
    }
  }

  private String fragment() {
    return security
        .installationKey()
        .flatMap(KeySecret::parse)
        .map(key -> "/#token=" + logins.newToken(key.id()))
        .orElse("/");
  }
}
