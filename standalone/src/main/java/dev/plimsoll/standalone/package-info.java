/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Everything in one start: the data directory, the broker inside this process and the schema
 * registry beside it.
 */
@NullMarked
package dev.plimsoll.standalone;

import org.jspecify.annotations.NullMarked;
