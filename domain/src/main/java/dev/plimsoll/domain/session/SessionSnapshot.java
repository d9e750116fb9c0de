/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session;

import dev.plimsoll.schemas.session.state.LiveEntry;
import dev.plimsoll.schemas.session.state.SessionHeader;
import dev.plimsoll.schemas.topics.SessionKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session's state at one sequence, read while a stream thread may be writing: two reads of a
 * store have no common snapshot, so the header is read before and after the entries, what is above
 * it is left out, and unless the state only grew meanwhile, a difference means another try.
 */
public final class SessionSnapshot {
  /** Tries before a reader gives up; a write takes microseconds, a read milliseconds. */
  private static final int MAX_TRIES = 100;

  private final byte[] headerBytes;
  private final List<Row> rows;

  private SessionSnapshot(byte[] headerBytes, List<Row> rows) {
    this.headerBytes = headerBytes;
    this.rows = rows;
  }

  /** A live entry and its sequence. */
  public record Live(long seq, LiveEntry entry) {}

  private record Row(long seq, byte[] bytes) {}

  /**
   * Reads a session; empty when there is none.
   *
   * @throws IllegalStateException when writers did not let a read through in many tries
   */
  public static Optional<SessionSnapshot> read(SessionKey key, Rows state) {
    SessionRowKeys keys = SessionRowKeys.of(key);
    byte[] before = state.get(keys.header());
    for (int tries = 0; before != null && tries < MAX_TRIES; tries++) {
      List<Row> rows = entriesUpTo(header(before).getLastSeq(), keys, state);
      byte[] after = state.get(keys.header());
      if (after != null && onlyGrew(before, after)) {
        return Optional.of(new SessionSnapshot(before, rows));
      }
      before = after;
    }
    if (before == null) {
      return Optional.empty();
    }
    throw new IllegalStateException(
        "Expected one quiet read of session %s in %d tries, but it changed each time: try again"
            .formatted(key, MAX_TRIES));
  }

  /** Reads the header alone; empty when there is no session. */
  public static Optional<SessionHeader> readHeader(SessionKey key, Rows state) {
    byte @Nullable [] bytes = state.get(SessionRowKeys.of(key).header());
    return bytes == null ? Optional.empty() : Optional.of(header(bytes));
  }

  /** The header. */
  public SessionHeader header() {
    return header(headerBytes);
  }

  /** The live entries, oldest first. */
  public List<Live> entries() {
    return rows.stream()
        .map(row -> new Live(row.seq(), SessionState.ENTRIES.decode(row.bytes())))
        .toList();
  }

  /** Stored bytes of the header and the live entries. */
  public long bytes() {
    return headerBytes.length + header().getEntryBytes();
  }

  /** Stored bytes, added up row by row: equal to {@link #bytes} unless the store is damaged. */
  public long countedBytes() {
    return headerBytes.length + rows.stream().mapToLong(row -> row.bytes().length).sum();
  }

  /** SHA-256 over the stored rows: equal states have equal digests, on any instance. */
  public String digest() {
    var digest = Sha256.digest();
    digest.update(headerBytes);
    for (Row row : rows) {
      digest.update(java.nio.ByteBuffer.allocate(Long.BYTES).putLong(0, row.seq()));
      digest.update(row.bytes());
    }
    return java.util.HexFormat.of().formatHex(digest.digest());
  }

  private static List<Row> entriesUpTo(long lastSeq, SessionRowKeys keys, Rows state) {
    List<Row> rows = new ArrayList<>();
    state.scan(
        keys.entry(1),
        keys.entry(lastSeq),
        (key, value) -> rows.add(new Row(SessionRowKeys.seqOf(key), value)));
    return rows;
  }

  /** What was added meanwhile lies above the header that was read first. */
  private static boolean onlyGrew(byte[] before, byte[] after) {
    if (Arrays.equals(before, after)) {
      return true;
    }
    SessionHeader old = header(before);
    SessionHeader now = header(after);
    return now.getEpoch() == old.getEpoch() && now.getFirstLiveSeq() == old.getFirstLiveSeq();
  }

  private static SessionHeader header(byte[] bytes) {
    return SessionState.HEADERS.decode(bytes);
  }
}
