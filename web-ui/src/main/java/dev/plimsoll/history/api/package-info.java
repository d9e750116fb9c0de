/* SPDX-License-Identifier: Apache-2.0 */
/** The history over HTTP. */
@NullMarked
package dev.plimsoll.history.api;

import org.jspecify.annotations.NullMarked;
