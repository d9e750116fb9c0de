/* SPDX-License-Identifier: Apache-2.0 */
/** Sessions on Streams: the topology, its stores, reading them. */
@NullMarked
package dev.plimsoll.session.stream;

import org.jspecify.annotations.NullMarked;
