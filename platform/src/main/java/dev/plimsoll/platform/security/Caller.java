/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import io.quarkus.security.identity.SecurityIdentity;

/**
 * Who a request comes from.
 *
 * @param tenant the tenant of the key: the only source of a request's tenant
 * @param keyId id of the key
 * @param installation whether the key may act for the whole installation
 */
public record Caller(String tenant, String keyId, boolean installation) {
  private static final String ATTRIBUTE = "plimsoll.caller";

  /** The caller of an authenticated request. */
  public static Caller of(SecurityIdentity identity) {
    Caller caller = identity.getAttribute(ATTRIBUTE);
    if (caller == null) {
      throw new io.quarkus.security.UnauthorizedException();
    }
    return caller;
  }

  static String attribute() {
    return ATTRIBUTE;
  }
}
