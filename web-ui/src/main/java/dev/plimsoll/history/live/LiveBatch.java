/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.live;

import dev.plimsoll.history.stream.History;
import java.util.List;

/**
 * What a live stream sends at once.
 *
 * @param lastSeq where a reader who was cut off resumes
 * @param events oldest first; none in a heartbeat
 */
public record LiveBatch(long lastSeq, List<History.Stored> events) {}
