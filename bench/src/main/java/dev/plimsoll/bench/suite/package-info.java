/* SPDX-License-Identifier: Apache-2.0 */
/** The benches, and the command that runs them. */
@NullMarked
package dev.plimsoll.bench.suite;

import org.jspecify.annotations.NullMarked;
