/* SPDX-License-Identifier: Apache-2.0 */
/** Live streams: cursors over the history that are woken by new events. */
@NullMarked
package dev.plimsoll.history.live;

import org.jspecify.annotations.NullMarked;
