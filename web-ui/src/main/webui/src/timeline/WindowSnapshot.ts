/* SPDX-License-Identifier: Apache-2.0 */
import type { Row } from '../api/types';

/** A wish to the view: bring this row into sight, once for each `serial`. */
export interface Placement {
  serial: number;
  seq: number;
  align: 'start' | 'center' | 'end';
}

/** What the timeline shows now. Replaced as a whole on every change, never edited. */
export interface WindowSnapshot {
  rows: readonly Row[];
  hasBefore: boolean;
  hasAfter: boolean;
  /** The newest seq that the server told of. */
  lastSeq: number;
  /** True while new entries are appended as they come. */
  following: boolean;
  phase: 'loading' | 'ready' | 'failed';
  /** The last failure, until a read succeeds. */
  problem: Error | null;
  placement: Placement | null;
  /** The seq that was asked for but does not exist; the nearest is shown in its place. */
  missing: number | null;
}

export const EMPTY_WINDOW: WindowSnapshot = {
  rows: [],
  hasBefore: false,
  hasAfter: false,
  lastSeq: 0,
  following: false,
  phase: 'loading',
  problem: null,
  placement: null,
  missing: null,
};

export function lastRowSeq(snapshot: WindowSnapshot): number {
  return snapshot.rows.at(-1)?.seq ?? 0;
}

/** How many entries came after the newest one shown, while the reader is up in history. */
export function newerCount(snapshot: WindowSnapshot): number {
  return snapshot.following ? 0 : Math.max(0, snapshot.lastSeq - lastRowSeq(snapshot));
}
