/* SPDX-License-Identifier: Apache-2.0 */
/** Transcripts of other systems. */
@NullMarked
package dev.plimsoll.domain.transcript;

import org.jspecify.annotations.NullMarked;
