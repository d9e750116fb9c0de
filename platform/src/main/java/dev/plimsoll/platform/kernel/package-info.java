/* SPDX-License-Identifier: Apache-2.0 */
/** The event kernel on Streams: commands in, decisions, events out, answers back. */
@NullMarked
package dev.plimsoll.platform.kernel;

import org.jspecify.annotations.NullMarked;
