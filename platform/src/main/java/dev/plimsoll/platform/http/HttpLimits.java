/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.http;

import dev.plimsoll.schemas.topics.Topics;

/** How large a request may be. */
public final class HttpLimits {
  /**
   * Largest body in bytes: what fits into one record, so that no request is taken that cannot be
   * stored.
   */
  public static final long MAX_BODY_BYTES = Topics.MAX_RECORD_BYTES - Topics.RECORD_OVERHEAD_BYTES;

  private HttpLimits() {}
}
