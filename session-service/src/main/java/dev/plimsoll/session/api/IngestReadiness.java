/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Red until tokens can be counted. */
@Readiness
@ApplicationScoped
public class IngestReadiness implements HealthCheck {
  private final Ingest ingest;

  IngestReadiness(Ingest ingest) {
    this.ingest = ingest;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("token-encoding").status(ingest.isReady()).build();
  }
}
