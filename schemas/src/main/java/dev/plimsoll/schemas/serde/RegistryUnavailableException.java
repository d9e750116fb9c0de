/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.schemas.serde;

import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** No registry answered; the same call may succeed later. */
public final class RegistryUnavailableException extends TimeoutException {

  /** Names the URLs that were tried and the last failure. */
  public RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
