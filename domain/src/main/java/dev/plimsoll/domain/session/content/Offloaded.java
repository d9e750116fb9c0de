/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.domain.session.content;

import dev.plimsoll.schemas.session.Blob;
import dev.plimsoll.schemas.shared.Entry;
import java.util.List;

/**
 * An entry fit for a command, and the contents to write before it.
 *
 * @param entry with stubs in place of large contents; its tokens are not counted yet
 * @param blobs the contents that the stubs stand for
 */
public record Offloaded(Entry entry, List<Blob> blobs) {}
