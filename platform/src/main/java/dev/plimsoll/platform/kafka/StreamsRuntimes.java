/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.platform.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The Streams applications of this process, for health and metrics. */
@ApplicationScoped
public class StreamsRuntimes {
  private final List<StreamsRuntime> runtimes = new CopyOnWriteArrayList<>();

  /** Adds one. */
  public void add(StreamsRuntime runtime) {
    runtimes.add(runtime);
  }

  /** All that were added. */
  public List<StreamsRuntime> all() {
    return List.copyOf(runtimes);
  }
}
