/* SPDX-License-Identifier: Apache-2.0 */
/** Folds the history again and compares. */
@NullMarked
package dev.plimsoll.session.verify;

import org.jspecify.annotations.NullMarked;
