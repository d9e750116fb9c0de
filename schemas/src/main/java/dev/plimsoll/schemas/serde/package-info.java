/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Avro in the Confluent wire format over the Confluent registry protocol, and the format of stores.
 */
@NullMarked
package dev.plimsoll.schemas.serde;

import org.jspecify.annotations.NullMarked;
