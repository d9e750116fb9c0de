/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect, useState, useSyncExternalStore } from 'react';

/** What the open timeline says about itself, for the footer. */
export interface TimelineVitals {
  rows: number;
  /** Entries that the server has and the stream has not brought yet. */
  behind: number;
}

let timeline: TimelineVitals | null = null;
const listeners = new Set<() => void>();

export function reportTimeline(vitals: TimelineVitals | null): void {
  if (vitals?.rows === timeline?.rows && vitals?.behind === timeline?.behind) return;
  timeline = vitals;
  for (const listener of listeners) listener();
}

export function useTimelineVitals(): TimelineVitals | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => timeline,
  );
}

/** The page's own weight; the heap is known in Chromium only. */
export interface PageWeight {
  elements: number;
  heapBytes: number | null;
}

function weigh(): PageWeight {
  const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
  return { elements: document.getElementsByTagName('*').length, heapBytes: memory?.usedJSHeapSize ?? null };
}

const WEIGH_EVERY_MS = 2_000;

export function usePageWeight(): PageWeight {
  const [weight, setWeight] = useState(weigh);
  useEffect(() => {
    const weighShown = () => {
      if (!document.hidden) setWeight(weigh());
    };
    const first = setTimeout(weighShown, WEIGH_EVERY_MS / 4);
    const timer = setInterval(weighShown, WEIGH_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, []);
  return weight;
}
