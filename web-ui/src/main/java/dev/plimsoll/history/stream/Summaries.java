/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.stream;

import dev.plimsoll.domain.session.SessionState;
import dev.plimsoll.domain.session.content.Excerpt;
import dev.plimsoll.domain.session.content.Wording;
import dev.plimsoll.schemas.history.SessionSummary;
import dev.plimsoll.schemas.session.event.ContextCleared;
import dev.plimsoll.schemas.session.event.EntryAppended;
import dev.plimsoll.schemas.session.event.EntryImported;
import dev.plimsoll.schemas.session.event.SessionCreated;
import dev.plimsoll.schemas.session.event.SessionUpdated;
import dev.plimsoll.schemas.session.state.LiveEntry;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.EventMeta;
import dev.plimsoll.schemas.shared.SessionProfile;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A row of the session list, event by event. */
final class Summaries {
  private static final int PREVIEW_BYTES = 160;

  private Summaries() {}

  /** The row after an event; empty when the event changes nothing or was applied before. */
  static Optional<SessionSummary> apply(Optional<SessionSummary> before, SpecificRecord event) {
    return switch (event) {
      case SessionCreated e -> profiled(before, e.getMeta(), e.getProfile());
      case SessionUpdated e -> profiled(before, e.getMeta(), e.getProfile());
      case EntryAppended e -> added(before, e.getMeta(), e.getEntry());
      case EntryImported e -> added(before, e.getMeta(), e.getEntry());
      case ContextCleared e -> cleared(before, e.getMeta());
      default -> Optional.empty();
    };
  }

  private static Optional<SessionSummary> profiled(
      Optional<SessionSummary> before, EventMeta meta, SessionProfile profile) {
    if (before.isEmpty()) {
      return Optional.of(
          new SessionSummary(
              profile,
              meta.getRecordedAt(),
              meta.getRecordedAt(),
              meta.getSeq(),
              0L,
              0L,
              0L,
              null));
    }
    return before
        .filter(row -> row.getLastSeq() < meta.getSeq())
        .map(row ->
            new SessionSummary(
                profile,
                row.getCreatedAt(),
                meta.getRecordedAt(),
                meta.getSeq(),
                row.getEntries(),
                row.getLiveBytes(),
                row.getTokens(),
                row.getPreview()));
  }

  private static Optional<SessionSummary> cleared(Optional<SessionSummary> before, EventMeta meta) {
    return before
        .filter(row -> row.getLastSeq() < meta.getSeq())
        .map(row ->
            new SessionSummary(
                row.getProfile(),
                row.getCreatedAt(),
                meta.getRecordedAt(),
                meta.getSeq(),
                row.getEntries(),
                0L,
                0L,
                row.getPreview()));
  }

  private static Optional<SessionSummary> added(
      Optional<SessionSummary> before, EventMeta meta, Entry entry) {
    return before
        .filter(row -> row.getLastSeq() < meta.getSeq())
        .map(row ->
            new SessionSummary(
                row.getProfile(),
                row.getCreatedAt(),
                meta.getRecordedAt(),
                meta.getSeq(),
                row.getEntries() + 1,
                row.getLiveBytes()
                    + SessionState.storedBytes(new LiveEntry(meta.getRecordedAt(), entry)),
                row.getTokens() + entry.getTokens(),
                Optional.ofNullable(preview(entry)).orElse(row.getPreview())));
  }

  private static @Nullable String preview(Entry entry) {
    return entry.getContent().stream()
        .filter(block -> block.getKind().equals("text"))
        .map(Wording::of)
        .filter(text -> !text.isBlank())
        .findFirst()
        .map(text -> Excerpt.firstBytes(text.strip(), PREVIEW_BYTES))
        .orElse(null);
  }
}
