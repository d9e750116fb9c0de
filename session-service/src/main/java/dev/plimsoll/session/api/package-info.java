/* SPDX-License-Identifier: Apache-2.0 */
/** Sessions over HTTP. */
@NullMarked
package dev.plimsoll.session.api;

import org.jspecify.annotations.NullMarked;
