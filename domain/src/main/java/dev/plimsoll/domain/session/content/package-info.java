/* SPDX-License-Identifier: Apache-2.0 */
/** Contents of entries: as a client sends them, and as they are stored. */
@NullMarked
package dev.plimsoll.domain.session.content;

import org.jspecify.annotations.NullMarked;
