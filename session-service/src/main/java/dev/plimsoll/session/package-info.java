/* SPDX-License-Identifier: Apache-2.0 */
/** The session service. */
@NullMarked
package dev.plimsoll.session;

import org.jspecify.annotations.NullMarked;
