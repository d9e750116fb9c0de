/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.boot;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Red until the process has started all that it runs. */
@Readiness
@ApplicationScoped
public class BootReadiness implements HealthCheck {
  private final Boot boot;

  BootReadiness(Boot boot) {
    this.boot = boot;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("boot")
        .withData("phase", boot.phase())
        .status(boot.isBooted())
        .build();
  }
}
