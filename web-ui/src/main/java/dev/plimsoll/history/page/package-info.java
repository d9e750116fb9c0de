/* SPDX-License-Identifier: Apache-2.0 */
/** Serving the page and logging it in. */
@NullMarked
package dev.plimsoll.history.page;

import org.jspecify.annotations.NullMarked;
