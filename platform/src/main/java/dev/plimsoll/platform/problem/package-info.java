/* SPDX-License-Identifier: Apache-2.0 */
/** Errors as application/problem+json (RFC 9457). */
@NullMarked
package dev.plimsoll.platform.problem;

import org.jspecify.annotations.NullMarked;
