/* SPDX-License-Identifier: Apache-2.0 */
/** The session aggregate: its decider, its fold and the rows of its state. */
@NullMarked
package dev.plimsoll.domain.session;

import org.jspecify.annotations.NullMarked;
