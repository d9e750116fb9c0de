/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import dev.plimsoll.domain.kernel.FoldTable;
import dev.plimsoll.schemas.session.event.ContextCleared;
import dev.plimsoll.schemas.session.event.EntryAppended;
import dev.plimsoll.schemas.session.event.EntryImported;
import dev.plimsoll.schemas.session.event.SessionCreated;
import dev.plimsoll.schemas.session.event.SessionUpdated;
import dev.plimsoll.schemas.session.state.Acceptance;
import dev.plimsoll.schemas.session.state.LiveEntry;
import dev.plimsoll.schemas.session.state.SessionHeader;
import dev.plimsoll.schemas.shared.Entry;
import dev.plimsoll.schemas.shared.EventMeta;
import dev.plimsoll.schemas.shared.Hash128;
import dev.plimsoll.schemas.shared.SessionProfile;
import org.apache.avro.specific.SpecificRecord;

/** Events applied to a session's state: one row an event type. */
public final class SessionFold {

  /** The table. */
  public static final FoldTable<SessionState, SpecificRecord> TABLE =
      FoldTable.<SessionState, SpecificRecord>rows()
          .on(SessionCreated.class, (state, e) -> created(state, e.getMeta(), e.getProfile()))
          .on(SessionUpdated.class, (state, e) -> updated(state, e.getMeta(), e.getProfile()))
          .on(
              EntryAppended.class,
              (state, e) -> added(state, e.getMeta(), e.getEntry(), e.getPayloadHash()))
          .on(
              EntryImported.class,
              (state, e) -> added(state, e.getMeta(), e.getEntry(), e.getPayloadHash()))
          .on(ContextCleared.class, (state, e) -> cleared(state, e.getMeta()))
          .build();

  private SessionFold() {}

  private static void created(SessionState state, EventMeta meta, SessionProfile profile) {
    state.header(
        new SessionHeader(
            profile,
            meta.getRecordedAt(),
            meta.getRecordedAt(),
            meta.getSeq(),
            meta.getSeq() + 1,
            0L,
            0L,
            0L,
            0L));
  }

  private static void updated(SessionState state, EventMeta meta, SessionProfile profile) {
    SessionHeader before = state.header().orElseThrow();
    boolean empty = before.getLiveEntries() == 0;
    state.header(
        new SessionHeader(
            profile,
            before.getCreatedAt(),
            meta.getRecordedAt(),
            meta.getSeq(),
            empty ? meta.getSeq() + 1 : before.getFirstLiveSeq(),
            before.getEpoch(),
            before.getLiveEntries(),
            before.getEntryBytes(),
            before.getTokens()));
  }

  private static void cleared(SessionState state, EventMeta meta) {
    SessionHeader before = state.header().orElseThrow();
    state.removeThrough(meta.getSeq());
    state.header(
        new SessionHeader(
            before.getProfile(),
            before.getCreatedAt(),
            meta.getRecordedAt(),
            meta.getSeq(),
            meta.getSeq() + 1,
            before.getEpoch() + 1,
            0L,
            0L,
            0L));
  }

  private static void added(SessionState state, EventMeta meta, Entry entry, Hash128 payload) {
    SessionHeader before = state.header().orElseThrow();
    long seq = meta.getSeq();
    long bytes = state.add(seq, new LiveEntry(meta.getRecordedAt(), entry));
    SessionHeader after =
        new SessionHeader(
            before.getProfile(),
            before.getCreatedAt(),
            meta.getRecordedAt(),
            seq,
            before.getLiveEntries() == 0 ? seq : before.getFirstLiveSeq(),
            before.getEpoch(),
            before.getLiveEntries() + 1,
            before.getEntryBytes() + bytes,
            before.getTokens() + entry.getTokens());
    state.header(after);
    state.accept(
        entry.getId(),
        new Acceptance(
            payload,
            seq,
            StoredAs.of(entry).word(),
            state.bytes(),
            after.getTokens(),
            after.getLiveEntries()));
  }
}
