/* SPDX-License-Identifier: Apache-2.0 */
/** Decide, record, apply: the types that every aggregate is built of. */
@NullMarked
package dev.plimsoll.domain.kernel;

import org.jspecify.annotations.NullMarked;
