/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import dev.plimsoll.schemas.serde.StoreFormat;
import dev.plimsoll.schemas.session.state.Acceptance;
import dev.plimsoll.schemas.session.state.LiveEntry;
import dev.plimsoll.schemas.session.state.SessionHeader;
import dev.plimsoll.schemas.topics.SessionKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session's state as a decision or a replay changes it: the stored rows with the changes so far
 * on top. Nothing is written before {@link #commit}, which writes the header last, so that a reader
 * who sees a header sees what it counts.
 */
public final class SessionState {
  static final StoreFormat<SessionHeader> HEADERS = StoreFormat.of(SessionHeader.class);
  static final StoreFormat<LiveEntry> ENTRIES = StoreFormat.of(LiveEntry.class);
  static final StoreFormat<Acceptance> ACCEPTANCES = StoreFormat.of(Acceptance.class);

  private final SessionKey key;
  private final SessionRowKeys keys;
  private final SessionRows rows;
  private final Map<Long, byte[]> entries = new LinkedHashMap<>();
  private final Set<Long> removed = new LinkedHashSet<>();
  private final Map<String, Acceptance> acceptances = new LinkedHashMap<>();
  private @Nullable SessionHeader header;
  private byte @Nullable [] headerBytes;

  private SessionState(SessionKey key, SessionRows rows) {
    this.key = key;
    this.keys = SessionRowKeys.of(key);
    this.rows = rows;
    this.headerBytes = rows.state().get(keys.header());
    this.header = headerBytes == null ? null : HEADERS.decode(headerBytes);
  }

  /** The state as stored. */
  public static SessionState load(SessionKey key, SessionRows rows) {
    return new SessionState(key, rows);
  }

  /** Which session. */
  public SessionKey key() {
    return key;
  }

  /** The header; empty before the first event. */
  public Optional<SessionHeader> header() {
    return Optional.ofNullable(header);
  }

  /** Sequence of the newest event; 0 before the first. */
  public long lastSeq() {
    return header == null ? 0 : header.getLastSeq();
  }

  /** Bytes of the header and the live entries as stored: what the size limits judge. */
  public long bytes() {
    return header == null || headerBytes == null ? 0 : headerBytes.length + header.getEntryBytes();
  }

  /** The first answer to an entry id, if the id is taken. */
  public Optional<Acceptance> acceptance(String entryId) {
    Acceptance changed = acceptances.get(entryId);
    if (changed != null) {
      return Optional.of(changed);
    }
    return Optional.ofNullable(rows.acceptances().get(keys.acceptance(entryId)))
        .map(ACCEPTANCES::decode);
  }

  /** Bytes that an entry takes in the state. */
  public static long storedBytes(LiveEntry entry) {
    return ENTRIES.encode(entry).length;
  }

  /** Replaces the header. */
  void header(SessionHeader changed) {
    header = changed;
    headerBytes = HEADERS.encode(changed);
  }

  /** Adds a live entry; returns its stored bytes. */
  long add(long seq, LiveEntry entry) {
    byte[] bytes = ENTRIES.encode(entry);
    entries.put(seq, bytes);
    return bytes.length;
  }

  /** Removes the live entries up to a sequence, inclusive. */
  void removeThrough(long seq) {
    entries.keySet().removeIf(added -> added <= seq);
    rows.state()
        .scan(
            keys.entry(1), keys.entry(seq), (row, value) -> removed.add(SessionRowKeys.seqOf(row)));
  }

  /** Keeps the first answer to an entry id. */
  void accept(String entryId, Acceptance acceptance) {
    acceptances.put(entryId, acceptance);
  }

  /** Writes the changes; the state must not be used afterwards. */
  public void commit() {
    removed.forEach(seq -> rows.state().delete(keys.entry(seq)));
    entries.forEach((seq, bytes) -> rows.state().put(keys.entry(seq), bytes));
    acceptances.forEach((id, acceptance) ->
        rows.acceptances().put(keys.acceptance(id), ACCEPTANCES.encode(acceptance)));
    if (headerBytes != null) {
      rows.state().put(keys.header(), headerBytes);
    }
  }
}
