/* SPDX-License-Identifier: Apache-2.0 */
import { observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, useCallback, useImperativeHandle, useRef } from 'react';
import type { HistoryWindow } from './HistoryWindow';
import { TimelineRow } from './rows/TimelineRow';
import styles from './Timeline.module.css';
import { useEdges, useEndWatch, useFollowInOneFrame, useForgottenSizes, usePlacement } from './timelineEffects';
import type { WindowSnapshot } from './WindowSnapshot';

/** Rows are measured once shown; until then they count for this height. */
const ESTIMATED_HEIGHT = 96;
/** The reader stands at the end when no more than this lies below. */
export const END_THRESHOLD = 60;

export interface TimelineHandle {
  /** The entry one step from `cursor`, brought into sight; from the shown edge when there is none. */
  step(cursor: number | null, by: 1 | -1): number | null;
}

interface TimelineProps {
  ref: Ref<TimelineHandle>;
  window: HistoryWindow;
  snapshot: WindowSnapshot;
  cursor: number | null;
}

/**
 * The rows of the window, of which only those near the screen exist in the document. Steadiness rests on
 * five rules: the view is anchored at its end and keyed by seq; the window changes inside animation
 * frames; positions are written directly, without flushing React; sizes of rows that left are forgotten;
 * live rows come in batches.
 */
export function Timeline({ ref, window, snapshot, cursor }: TimelineProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const tellOffset = useRef<() => void>(null);
  const { rows } = snapshot;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: useCallback((index: number) => rows[index]?.seq ?? -1 - index, [rows]),
    observeElementOffset: useCallback<typeof observeElementOffset<HTMLDivElement>>((instance, tell) => {
      tellOffset.current = () => tell(instance.scrollElement?.scrollTop ?? 0, false);
      return observeElementOffset(instance, tell);
    }, []),
    overscan: 6,
    anchorTo: 'end',
    // Older pages read on the way down are appended too, but they must not pull the reader along.
    followOnAppend: snapshot.following,
    scrollEndThreshold: END_THRESHOLD,
    directDomUpdates: true,
    useFlushSync: false,
  });
  const shown = virtualizer.getVirtualItems();

  const isPlacing = usePlacement(virtualizer, snapshot);
  useFollowInOneFrame(tellOffset, snapshot);
  useEdges(virtualizer, window, isPlacing);
  useForgottenSizes(virtualizer, rows);
  useEndWatch(scroller, window, isPlacing);

  useImperativeHandle(ref, () => ({
    step(from, by) {
      const at = rows.findIndex((row) => row.seq === from);
      const range = virtualizer.calculateRange();
      const edge = by === 1 ? range?.startIndex : range?.endIndex;
      const index = Math.min(Math.max(at === -1 ? (edge ?? 0) : at + by, 0), rows.length - 1);
      virtualizer.scrollToIndex(index, { align: 'auto' });
      return rows[index]?.seq ?? null;
    },
  }));

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-testid="timeline"
      role="feed"
      aria-label="Timeline"
      aria-busy={snapshot.phase === 'loading'}
      tabIndex={0}
    >
      <div ref={virtualizer.containerRef} className={styles.rows}>
        {shown.map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <div key={item.key} data-index={item.index} ref={virtualizer.measureElement} className={styles.place}>
                <TimelineRow row={row} isCurrent={row.seq === cursor} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
