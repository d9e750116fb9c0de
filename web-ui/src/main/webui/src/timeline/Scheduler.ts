/* SPDX-License-Identifier: Apache-2.0 */

/** Time as the timeline needs it; tests turn the clock by hand. */
export interface Scheduler {
  now(): number;
  /** Calls back after some milliseconds; works in hidden tabs, where animation frames stop. */
  later(ms: number, callback: () => void): () => void;
  /** Resolves inside the next animation frame, or at once when the page is hidden. */
  frame(): Promise<void>;
}

export const browserScheduler: Scheduler = {
  now: () => performance.now(),
  later(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  frame() {
    if (document.hidden) return Promise.resolve();
    return new Promise((resolve) => {
      requestAnimationFrame(() => resolve());
    });
  },
};
