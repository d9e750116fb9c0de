/* SPDX-License-Identifier: Apache-2.0 */
import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Row } from '../api/types';
import { type HistoryWindow, MAX_ROWS } from './HistoryWindow';
import { END_THRESHOLD } from './Timeline';
import type { WindowSnapshot } from './WindowSnapshot';

type TimelineVirtualizer = Virtualizer<HTMLDivElement, Element>;

/** The window grows when fewer rows than this lie beyond the shown ones. */
const GROW_AHEAD = 60;
/** Rows of a new place are measured within this time; until then its position is not the reader's. */
const PLACING_MS = 400;

/** Brings the row of each new placement into sight. The answer tells whether that is still under way. */
export function usePlacement(virtualizer: TimelineVirtualizer, { rows, placement }: WindowSnapshot): boolean {
  const asked = placement?.serial ?? 0;
  const begun = useRef(0);
  const [done, setDone] = useState(0);
  useLayoutEffect(() => {
    if (placement === null || placement.serial === begun.current) return;
    begun.current = placement.serial;
    const index = rows.findIndex((row) => row.seq === placement.seq);
    if (placement.align === 'end') virtualizer.scrollToEnd();
    else if (index >= 0) virtualizer.scrollToIndex(index, { align: placement.align });
  }, [virtualizer, rows, placement]);
  useEffect(() => {
    const timer = setTimeout(() => setDone(asked), PLACING_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return done !== asked;
}

/**
 * Having followed to a new end, the virtual list would hear of its own scrolling one frame late and draw
 * that frame without the new rows. Telling it at once draws and measures them before anything is painted.
 */
export function useFollowInOneFrame(tellOffset: RefObject<(() => void) | null>, snapshot: WindowSnapshot): void {
  const { rows, following } = snapshot;
  useLayoutEffect(() => {
    if (following && rows.length > 0) tellOffset.current?.();
  }, [tellOffset, rows, following]);
}

/**
 * Extends the window ahead of the reader. Runs after every render, since every scroll step may need it;
 * never while a row is brought into sight, for that goes by its index. Newer entries are read on the way
 * down only: who stands still up in history is not to lose rows at the other side to the live stream.
 */
export function useEdges(virtualizer: TimelineVirtualizer, window: HistoryWindow, isPlacing: boolean): void {
  useEffect(() => {
    if (isPlacing) return;
    const shown = virtualizer.getVirtualItems();
    const first = shown[0]?.index ?? 0;
    const last = shown.at(-1)?.index ?? 0;
    const isComingDown = virtualizer.scrollDirection === 'forward' || virtualizer.isAtEnd();
    if (first < GROW_AHEAD) void window.older();
    if (last >= virtualizer.options.count - GROW_AHEAD && isComingDown) void window.newer();
  });
}

/** Drops the measured sizes of rows that left the window; the virtual list would keep them for ever. */
export function useForgottenSizes(virtualizer: TimelineVirtualizer, rows: readonly Row[]): void {
  useEffect(() => {
    const sizes = virtualizer.itemSizeCache;
    const first = rows[0]?.seq;
    const last = rows.at(-1)?.seq;
    if (sizes.size <= 2 * MAX_ROWS || first === undefined || last === undefined) return;
    for (const seq of sizes.keys()) {
      if (Number(seq) < first || Number(seq) > last) sizes.delete(seq);
    }
  }, [virtualizer, rows]);
}

/** Tells the window whether the reader stands at the end, on scrolling and whenever it asks. */
export function useEndWatch(
  scroller: RefObject<HTMLDivElement | null>,
  window: HistoryWindow,
  isPlacing: boolean,
): void {
  const placing = useRef(isPlacing);
  useLayoutEffect(() => {
    placing.current = isPlacing;
  }, [isPlacing]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const isAtEnd = () => element.scrollHeight - element.scrollTop - element.clientHeight <= END_THRESHOLD;
    window.setEndProbe(() => placing.current || document.hidden || isAtEnd());

    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function scrolled() {
      cancelAnimationFrame(frame);
      // Within a frame new rows are drawn, measured and anchored; the position is settled only after it.
      frame = requestAnimationFrame(() => {
        clearTimeout(timer);
        timer = setTimeout(settled);
      });
    }
    function settled() {
      const atEnd = isAtEnd();
      if (atEnd || !placing.current) window.viewMoved(atEnd);
    }
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      element.removeEventListener('scroll', scrolled);
    };
  }, [scroller, window]);
}
