/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.transcript;

import dev.plimsoll.domain.session.content.RawEntry;
import org.jspecify.annotations.Nullable;

/** What a line of a transcript is. */
public sealed interface TranscriptItem {

  /**
   * The first line.
   *
   * @param transcript id of the transcript
   */
  record Header(String transcript) implements TranscriptItem {}

  /**
   * A line that is an entry.
   *
   * @param entry the entry, whole
   * @param lineId id of the line, if it has one
   * @param parentId id of the line before it on its branch, if it has one
   */
  record Message(RawEntry entry, @Nullable String lineId, @Nullable String parentId)
      implements TranscriptItem {}

  /**
   * A line that is not imported.
   *
   * @param reason why, in words that group: they have no content of the line
   */
  record Skipped(String reason) implements TranscriptItem {}
}
