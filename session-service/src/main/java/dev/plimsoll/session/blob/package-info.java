/* SPDX-License-Identifier: Apache-2.0 */
/** Large contents: the topic they lie in, and the index by which they are found. */
@NullMarked
package dev.plimsoll.session.blob;

import org.jspecify.annotations.NullMarked;
