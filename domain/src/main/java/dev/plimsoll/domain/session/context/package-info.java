/* SPDX-License-Identifier: Apache-2.0 */
/** Contexts: what a bot's next model call is built from. */
@NullMarked
package dev.plimsoll.domain.session.context;

import org.jspecify.annotations.NullMarked;
