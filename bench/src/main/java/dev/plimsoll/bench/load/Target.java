/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.bench.load;

import java.net.URI;
import java.util.Optional;

/**
 * The server that is measured.
 *
 * @param http base address of the API, without a slash at its end
 * @param key API key
 * @param tenant tenant of the key
 * @param local its data directory, when it runs on this machine: without it neither topics nor
 *     processes are within reach
 */
public record Target(URI http, String key, String tenant, Optional<LocalData> local) {
  /** Tenant of an installation's own key. */
  public static final String INSTALLATION_TENANT = "default";

  /** The installation of a data directory. */
  public static Target of(LocalData local) {
    return new Target(
        URI.create(local.http()), local.key(), INSTALLATION_TENANT, Optional.of(local));
  }

  /** The data directory, for a bench that cannot do without. */
  public LocalData requireLocal() {
    return local.orElseThrow(
        () -> new BenchException("Expected --data DIR, but there is a --server alone"));
  }
}
