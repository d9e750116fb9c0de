/* SPDX-License-Identifier: Apache-2.0 */
/** Projections of the events: the history and the session list. */
@NullMarked
package dev.plimsoll.history.stream;

import org.jspecify.annotations.NullMarked;
