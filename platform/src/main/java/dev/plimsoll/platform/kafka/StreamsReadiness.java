/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Red while any Streams application of this process is not started yet, rebalances or restores. */
@Readiness
@ApplicationScoped
public class StreamsReadiness implements HealthCheck {
  private final StreamsRuntimes runtimes;

  StreamsReadiness(StreamsRuntimes runtimes) {
    this.runtimes = runtimes;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("streams");
    runtimes.all().forEach(runtime -> response.withData(runtime.name(), runtime.state()));
    boolean ready =
        !runtimes.all().isEmpty() && runtimes.all().stream().allMatch(StreamsRuntime::isRunning);
    return response.status(ready).build();
  }
}
