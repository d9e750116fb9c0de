/* SPDX-License-Identifier: Apache-2.0 */
/** The order in which a process comes up and goes down. */
@NullMarked
package dev.plimsoll.platform.boot;

import org.jspecify.annotations.NullMarked;
