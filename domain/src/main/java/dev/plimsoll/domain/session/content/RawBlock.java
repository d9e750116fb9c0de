/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.content;

import org.jspecify.annotations.Nullable;

/** A part of an entry's content, whole, as a client sent it. */
public sealed interface RawBlock {

  /** Text that is said. */
  record Text(String text) implements RawBlock {}

  /**
   * Text that the model thought.
   *
   * @param signature the provider's proof that it is the model's own, if it gave one
   */
  record Reasoning(String text, @Nullable String signature) implements RawBlock {}

  /**
   * An image or a sound.
   *
   * @param kind image or audio
   * @param mediaType e.g. image/png
   * @param data its bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Media(String kind, String mediaType, byte[] data) implements RawBlock {}
}
