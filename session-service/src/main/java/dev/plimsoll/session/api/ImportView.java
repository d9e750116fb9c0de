/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import java.util.Map;

/**
 * What became of imported lines.
 *
 * @param imported lines that are entries now
 * @param known lines that had been imported before
 * @param changed lines that had been imported before and were different then; what was stays
 * @param skipped how many lines were not imported, by reason
 */
public record ImportView(long imported, long known, long changed, Map<String, Long> skipped) {}
