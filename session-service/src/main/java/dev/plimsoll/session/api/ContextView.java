/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.session.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.plimsoll.domain.session.context.Context;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A context.
 *
 * @param system the system prompt, where the format has it apart
 * @param messages in the format that was asked for, byte for byte what the digest is of
 * @param bytes size of the messages in UTF-8
 * @param tokens of the entries in it (o200k_base)
 * @param fromSeq sequence of the oldest entry in it; 0 when there is none
 * @param throughSeq sequence of the newest event that it knows
 * @param digest SHA-256 of the messages in UTF-8
 * @param token by which the same context can be had again
 */
@JsonInclude(Include.NON_NULL)
public record ContextView(
    @Nullable String system,
    @JsonRawValue @Schema(type = SchemaType.ARRAY, implementation = Object.class) String messages,
    long bytes,
    long tokens,
    long fromSeq,
    long throughSeq,
    String digest,
    String token) {

  static ContextView of(Context context) {
    return new ContextView(
        context.system(),
        context.messages(),
        context.bytes(),
        context.tokens(),
        context.fromSeq(),
        context.throughSeq(),
        context.digest(),
        context.token().text());
  }
}
