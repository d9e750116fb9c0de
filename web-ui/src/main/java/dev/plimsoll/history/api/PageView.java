/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a session's history.
 *
 * @param entries oldest first
 * @param hasBefore whether there are older ones
 * @param hasAfter whether there are newer ones
 * @param lastSeq sequence of the session's newest event
 */
@Schema(name = "HistoryPage")
public record PageView(
    List<EntryView> entries, boolean hasBefore, boolean hasAfter, long lastSeq) {}
