/* SPDX-License-Identifier: Apache-2.0 */
/** Counting tokens. */
@NullMarked
package dev.plimsoll.domain.tokens;

import org.jspecify.annotations.NullMarked;
