/* SPDX-License-Identifier: Apache-2.0 */
/** What a measurement says: medians, ratios, a table and a report. */
@NullMarked
package dev.plimsoll.bench.report;

import org.jspecify.annotations.NullMarked;
