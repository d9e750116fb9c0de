/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.security;

import java.util.List;
import java.util.Locale;

/** What a key may do; each role includes the ones before it. */
public enum Role {
  /** A bot's gateway: writes to sessions, reads contexts and blobs. */
  CHANNEL,
  /** A person at the page: reads the history too. */
  OPERATOR,
  /** Keys, verifications, erasure. */
  ADMIN;

  /** Name of {@link #CHANNEL} in annotations. */
  public static final String CHANNEL_NAME = "channel";

  /** Name of {@link #OPERATOR} in annotations. */
  public static final String OPERATOR_NAME = "operator";

  /** Name of {@link #ADMIN} in annotations. */
  public static final String ADMIN_NAME = "admin";

  /** The name in requests and annotations. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This role and all that it includes. */
  public List<Role> included() {
    return List.of(values()).subList(0, ordinal() + 1);
  }
}
