/* SPDX-License-Identifier: Apache-2.0 */
/** The read side. */
@NullMarked
package dev.plimsoll.history;

import org.jspecify.annotations.NullMarked;
