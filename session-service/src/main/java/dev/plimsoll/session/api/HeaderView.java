/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import dev.plimsoll.domain.session.SessionSnapshot;
import dev.plimsoll.schemas.session.state.SessionHeader;
import dev.plimsoll.schemas.shared.SessionProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session's header.
 *
 * @param lastSeq sequence of the newest event
 * @param firstLiveSeq sequence of the oldest live entry; lastSeq + 1 when there is none
 * @param epoch raised by clear and erase
 * @param state what the size limits judge
 * @param digest SHA-256 of the stored state
 */
public record HeaderView(
    String id,
    @Nullable String agent,
    @Nullable String channel,
    @Nullable String user,
    @Nullable String title,
    List<Model> models,
    Instant createdAt,
    Instant lastActivityAt,
    long lastSeq,
    long firstLiveSeq,
    long epoch,
    StateView state,
    String digest) {

  /** A model that reads the session; the window in tokens. */
  public record Model(String name, long window) {}

  static HeaderView of(String id, SessionSnapshot snapshot) {
    SessionHeader header = snapshot.header();
    SessionProfile profile = header.getProfile();
    return new HeaderView(
        id,
        profile.getAgent(),
        profile.getChannel(),
        profile.getUser(),
        profile.getTitle(),
        profile.getModels().stream().map(m -> new Model(m.getName(), m.getWindow())).toList(),
        header.getCreatedAt(),
        header.getLastRecordedAt(),
        header.getLastSeq(),
        header.getFirstLiveSeq(),
        header.getEpoch(),
        new StateView(snapshot.bytes(), header.getTokens(), header.getLiveEntries()),
        snapshot.digest());
  }
}
