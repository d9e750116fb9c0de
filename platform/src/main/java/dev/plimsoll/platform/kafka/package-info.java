/* SPDX-License-Identifier: Apache-2.0 */
/** Connections to Kafka and the registry, topics and Streams runtimes. */
@NullMarked
package dev.plimsoll.platform.kafka;

import org.jspecify.annotations.NullMarked;
