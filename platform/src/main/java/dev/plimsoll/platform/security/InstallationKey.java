/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import dev.plimsoll.schemas.platform.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Makes sure that the installation's own key, if one is configured, is among the keys. */
@ApplicationScoped
public class InstallationKey {
  private final SecurityConfig config;
  private final ApiKeys keys;

  InstallationKey(SecurityConfig config, ApiKeys keys) {
    this.config = config;
    this.keys = keys;
  }

  /** Stores the configured key, unless it is there with the same secret. */
  public void ensure() {
    config
        .installationKey()
        .filter(text -> keys.authenticate(text).isEmpty())
        .ifPresent(text -> keys.put(key(text)));
  }

  private ApiKey key(String text) {
    KeySecret secret =
        KeySecret.parse(text)
            .orElseThrow(() ->
                new IllegalStateException(
                    "Expected plimsoll.security.installation-key to be a key, but it is not"));
    return new ApiKey(
        secret.id(),
        config.installationTenant(),
        List.of(Role.ADMIN_NAME),
        "installation",
        ByteBuffer.wrap(secret.hash()),
        Instant.now(),
        "installation",
        true);
  }
}
