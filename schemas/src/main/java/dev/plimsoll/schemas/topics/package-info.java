/* SPDX-License-Identifier: Apache-2.0 */
/** The one catalogue of topics, and the keys of their records. */
@NullMarked
package dev.plimsoll.schemas.topics;

import org.jspecify.annotations.NullMarked;
