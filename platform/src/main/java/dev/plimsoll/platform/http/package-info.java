/* SPDX-License-Identifier: Apache-2.0 */
/** What every request passes before it reaches a resource. */
@NullMarked
package dev.plimsoll.platform.http;

import org.jspecify.annotations.NullMarked;
