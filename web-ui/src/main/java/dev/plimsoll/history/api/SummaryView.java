/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.api;

import dev.plimsoll.schemas.history.SessionSummary;
import dev.plimsoll.schemas.shared.SessionProfile;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A row of the session list.
 *
 * @param lastSeq sequence of its newest event
 * @param entries entries in its history
 * @param bytes of the entries as stored
 * @param tokens of the entries as stored
 * @param preview beginning of the newest text
 */
@Schema(name = "SessionSummary")
public record SummaryView(
    String id,
    @Nullable String title,
    @Nullable String agent,
    @Nullable String channel,
    @Nullable String user,
    long lastSeq,
    long entries,
    long bytes,
    long tokens,
    Instant createdAt,
    Instant lastActivityAt,
    @Nullable String preview) {

  static SummaryView of(String id, SessionSummary summary) {
    SessionProfile profile = summary.getProfile();
    return new SummaryView(
        id,
        profile.getTitle(),
        profile.getAgent(),
        profile.getChannel(),
        profile.getUser(),
        summary.getLastSeq(),
        summary.getEntries(),
        summary.getLiveBytes(),
        summary.getTokens(),
        summary.getCreatedAt(),
        summary.getLastActivityAt(),
        summary.getPreview());
  }
}
