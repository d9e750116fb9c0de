/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import java.util.List;
import java.util.Optional;

/** Security settings of a test. */
record FixedSecurity(Optional<String> pageSecret, Optional<String> installationKey)
    implements SecurityConfig {
  static FixedSecurity withPageSecret(String secret) {
    return new FixedSecurity(Optional.of(secret), Optional.empty());
  }

  @Override
  public List<String> hosts() {
    return List.of("localhost");
  }

  @Override
  public boolean secureCookie() {
    return false;
  }

  @Override
  public String installationTenant() {
    return "default";
  }
}
