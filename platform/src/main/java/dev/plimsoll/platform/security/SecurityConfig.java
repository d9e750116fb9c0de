/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who may come in, and how. */
@ConfigMapping(prefix = "plimsoll.security")
public interface SecurityConfig {

  /**
   * Host names under which this server may be addressed, without ports: a page of another name that
   * resolves to this machine is refused.
   */
  @WithDefault("127.0.0.1,localhost,[::1]")
  List<String> hosts();

  /**
   * Secret that signs logins of the page; the same on every instance. Default: a random one, so
   * that a restart logs everyone out.
   */
  Optional<String> pageSecret();

  /** Whether the cookie of the page is sent over HTTPS only; true behind TLS. */
  @WithDefault("false")
  boolean secureCookie();

  /**
   * A key that exists from the start, as its holder has it: the installation's own, which may make
   * keys for every tenant.
   */
  Optional<String> installationKey();

  /** Tenant of the installation's own key. */
  @WithDefault("default")
  String installationTenant();
}
