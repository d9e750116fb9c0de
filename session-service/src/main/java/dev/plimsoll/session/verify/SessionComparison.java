/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.verify;

import dev.plimsoll.domain.session.Rows;
import dev.plimsoll.domain.session.SessionRowKeys;
import dev.plimsoll.domain.session.SessionRows;
import dev.plimsoll.domain.session.SessionSnapshot;
import dev.plimsoll.schemas.topics.SessionKey;
import java.util.Arrays;
import java.util.Optional;

/** Compares a session as stored with the same session folded again, at the same sequence. */
final class SessionComparison {
  private SessionComparison() {}

  /**
   * What differs, in words; empty when nothing does.
   *
   * @param stored the state that the service serves
   * @param folded the state that the events say, at the same sequence
   */
  static Optional<String> differenceOfState(SessionSnapshot stored, SessionSnapshot folded) {
    if (!stored.header().equals(folded.header())) {
      return Optional.of("Expected the folded header, but another is stored");
    }
    if (stored.countedBytes() != stored.bytes()) {
      return Optional.of(
          "Expected %d bytes as the header counts, but %d are stored"
              .formatted(stored.bytes(), stored.countedBytes()));
    }
    return stored.digest().equals(folded.digest())
        ? Optional.empty()
        : Optional.of("Expected the folded entries, but others are stored");
  }

  /**
   * What differs among the first answers to entry ids: each one that the events say must be stored.
   */
  static Optional<String> differenceOfAcceptances(
      SessionKey session, Rows stored, SessionRows folded) {
    SessionRowKeys keys = SessionRowKeys.of(session);
    String[] difference = new String[1];
    folded
        .acceptances()
        .scan(
            keys.firstAcceptance(),
            keys.lastAcceptance(),
            (key, value) -> {
              if (!Arrays.equals(value, stored.get(key))) {
                difference[0] = "Expected the first answer to an entry id, but another is stored";
                return false;
              }
              return true;
            });
    return Optional.ofNullable(difference[0]);
  }
}
