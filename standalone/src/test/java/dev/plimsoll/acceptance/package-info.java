/* SPDX-License-Identifier: Apache-2.0 */
/** The product as its users have it: the packaged application, started, killed and looked at. */
@NullMarked
package dev.plimsoll.acceptance;

import org.jspecify.annotations.NullMarked;
