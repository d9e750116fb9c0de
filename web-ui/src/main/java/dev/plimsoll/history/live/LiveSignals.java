/* SPDX-License-Identifier: Apache-2.0 */
package dev.plimsoll.history.live;

import dev.plimsoll.schemas.topics.SessionKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Wakes the live streams of a session. It carries no data: a stream reads the history itself. */
@ApplicationScoped
public class LiveSignals {
  private final Map<SessionKey, Set<Runnable>> wakers = new ConcurrentHashMap<>();

  /** Says that a session has something new; called by stream threads, so it must be quick. */
  public void changed(SessionKey session) {
    Set<Runnable> interested = wakers.get(session);
    if (interested != null) {
      interested.forEach(Runnable::run);
    }
  }

  void add(SessionKey session, Runnable waker) {
    wakers.compute(
        session,
        (key, set) -> {
          Set<Runnable> all = set == null ? ConcurrentHashMap.newKeySet() : set;
          all.add(waker);
          return all;
        });
  }

  void remove(SessionKey session, Runnable waker) {
    wakers.computeIfPresent(
        session,
        (key, set) -> {
          set.remove(waker);
          return set.isEmpty() ? null : set;
        });
  }
}
