/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.context;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/**
 * Turns in a provider's format.
 *
 * @param system the system prompt, where the format has it apart and there is one
 * @param messages the messages
 */
record Rendered(@Nullable String system, ArrayNode messages) {}
