/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of the session list.
 *
 * @param sessions newest activity first
 * @param nextCursor where the next page begins; null at the end
 */
@Schema(name = "SessionList")
public record SessionListView(List<SummaryView> sessions, @Nullable String nextCursor) {}
