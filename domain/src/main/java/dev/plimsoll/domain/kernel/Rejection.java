/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The refusal of a command: a business "no", not an exception.
 *
 * @param code stable name for programs, in snake case
 * @param message for people: "Expected ..., but ..."
 * @param field the field at fault, as a client knows it, if one is
 */
public record Rejection(String code, String message, @Nullable String field) {}
