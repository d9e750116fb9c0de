/* SPDX-License-Identifier: Apache-2.0 */
import type { EntryRange } from '../api/paths';
import type { EntryPage, LiveEntries, Row } from '../api/types';
import { LiveBuffer } from './LiveBuffer';
import { PageCache } from './PageCache';
import type { Scheduler } from './Scheduler';
import { lastOf, nearest } from './seqs';
import { EMPTY_WINDOW, lastRowSeq, type Placement, type WindowSnapshot } from './WindowSnapshot';

export const MAX_ROWS = 600;
const MAX_CACHED_PAGES = 40;
/** After a failed read the edges are not asked again for this long. */
const RETRY_MS = 2_000;

export type ReadEntries = (range: EntryRange, signal: AbortSignal) => Promise<EntryPage>;

/**
 * A bounded stretch of a session's history that slides over it: it grows at the edge that the reader
 * nears and loses rows at the other. At the end it follows the live stream; elsewhere it only counts.
 *
 * ```
 *            toEnd, scrolled to the end                 scrolled up
 *   reading ----------------------------> following ----------------> reading
 * ```
 */
export class HistoryWindow {
  private snapshot: WindowSnapshot = EMPTY_WINDOW;
  private readonly listeners = new Set<() => void>();
  private readonly cache = new PageCache(MAX_CACHED_PAGES);
  private readonly live: LiveBuffer;
  private reads = new AbortController();
  private growing = { older: false, newer: false };
  private pausedUntil = 0;
  private refilledFor: number | null = null;
  private isViewAtEnd = (): boolean => true;

  constructor(
    private readonly read: ReadEntries,
    private readonly scheduler: Scheduler,
  ) {
    this.live = new LiveBuffer(scheduler, MAX_ROWS, (rows) => this.applyLive(rows));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): WindowSnapshot => this.snapshot;

  /** The view tells how to find out whether it stands at the end. */
  setEndProbe(probe: () => boolean): void {
    this.isViewAtEnd = probe;
  }

  /** Opens the newest entries and follows. */
  toEnd(): Promise<void> {
    return this.jump({}, null);
  }

  toFirst(): Promise<void> {
    return this.jump({ after: 0 }, null);
  }

  /** Opens the stretch around `seq`; when that does not exist, its nearest neighbour is shown. */
  toSeq(seq: number): Promise<void> {
    const held = this.snapshot.rows.some((row) => row.seq === seq);
    if (held && this.snapshot.phase === 'ready') {
      this.publish({ placement: this.place(seq, 'center'), missing: null });
      return Promise.resolve();
    }
    return this.jump({ around: seq }, seq);
  }

  /** Extends the window into the past, if there is more and nothing is under way. */
  older(): Promise<void> {
    const first = this.snapshot.rows[0];
    if (first === undefined || !this.snapshot.hasBefore) return Promise.resolve();
    return this.grow('older', first.seq);
  }

  /** Extends the window towards the present. */
  newer(): Promise<void> {
    const { rows, hasAfter, following } = this.snapshot;
    if (rows.length === 0 || !hasAfter || following) return Promise.resolve();
    return this.grow('newer', lastRowSeq(this.snapshot));
  }

  /** The reader scrolled: at the very end the window follows again, elsewhere it stops. */
  viewMoved(atEnd: boolean): void {
    const { following, hasAfter, phase } = this.snapshot;
    if (phase !== 'ready') return;
    const follow = atEnd && !hasAfter;
    if (follow !== following) this.publish({ following: follow });
  }

  /** Takes what the live stream brought; it shows after the next flush. */
  receive(entries: LiveEntries): void {
    this.live.push(entries.entries);
  }

  /** Stops all reads and drops waiting rows; the window can be opened again by a jump. */
  stop(): void {
    this.reads.abort();
    this.live.clear();
  }

  private async jump(range: EntryRange, target: number | null): Promise<void> {
    this.reads.abort();
    const reads = new AbortController();
    this.reads = reads;
    this.growing = { older: false, newer: false };
    this.pausedUntil = 0;
    this.publish({ phase: 'loading', problem: null });
    try {
      const page = await this.read(range, reads.signal);
      await this.scheduler.frame();
      if (!reads.signal.aborted) this.open(page, range, target);
    } catch (problem) {
      if (reads.signal.aborted) return;
      this.publish({ phase: 'failed', problem: problem as Error, following: false });
    }
  }

  private open(page: EntryPage, range: EntryRange, target: number | null): void {
    const rows = page.entries;
    const toEnd = range.around === undefined && range.after === undefined;
    const shown = target === null ? null : nearest(rows, target);
    this.remember(page, null, null);
    this.publish({
      rows,
      hasBefore: page.hasBefore,
      hasAfter: page.hasAfter,
      lastSeq: Math.max(this.snapshot.lastSeq, page.lastSeq),
      following: toEnd && !page.hasAfter,
      phase: 'ready',
      problem: null,
      missing: shown !== target ? target : null,
      placement: this.openingPlacement(rows, shown, toEnd),
    });
  }

  private openingPlacement(rows: readonly Row[], shown: number | null, toEnd: boolean): Placement | null {
    if (shown !== null) return this.place(shown, 'center');
    const edge = toEnd ? rows.at(-1) : rows[0];
    return edge === undefined ? null : this.place(edge.seq, toEnd ? 'end' : 'start');
  }

  private place(seq: number, align: Placement['align']): Placement {
    return { serial: (this.snapshot.placement?.serial ?? 0) + 1, seq, align };
  }

  private async grow(side: 'older' | 'newer', edge: number): Promise<void> {
    if (this.growing[side] || this.snapshot.phase !== 'ready' || this.scheduler.now() < this.pausedUntil) return;
    const { reads, growing } = this;
    growing[side] = true;
    try {
      const found = side === 'older' ? await this.rowsBefore(edge) : await this.rowsAfter(edge);
      await this.scheduler.frame();
      if (reads.signal.aborted || this.edge(side) !== edge) return;
      if (side === 'older') this.prepend(found.rows, found.more);
      // Who stands at the end while the last rows come in has arrived, and follows from here.
      else this.append(found.rows, found.more, !found.more && this.isViewAtEnd());
    } catch (problem) {
      if (reads.signal.aborted) return;
      this.pausedUntil = this.scheduler.now() + RETRY_MS;
      this.publish({ problem: problem as Error });
    } finally {
      growing[side] = false;
    }
  }

  private edge(side: 'older' | 'newer'): number | undefined {
    return this.snapshot.rows.at(side === 'older' ? 0 : -1)?.seq;
  }

  private async rowsBefore(seq: number): Promise<{ rows: readonly Row[]; more: boolean }> {
    const cached = this.cache.before(seq);
    if (cached !== null) return cached;
    const page = await this.read({ before: seq }, this.reads.signal);
    this.remember(page, seq, null);
    return { rows: page.entries, more: page.hasBefore };
  }

  private async rowsAfter(seq: number): Promise<{ rows: readonly Row[]; more: boolean }> {
    const rows = this.cache.after(seq);
    if (rows !== null) return { rows, more: this.snapshot.lastSeq > lastOf(rows) };
    const page = await this.read({ after: seq }, this.reads.signal);
    this.remember(page, null, seq);
    return { rows: page.entries, more: page.hasAfter };
  }

  private remember(page: EntryPage, precedes: number | null, follows: number | null): void {
    this.cache.add({ rows: page.entries, hasBefore: page.hasBefore, precedes, follows });
  }

  private prepend(older: readonly Row[], hasBefore: boolean): void {
    const rows = [...older, ...this.snapshot.rows];
    const evicts = rows.length > MAX_ROWS;
    this.publish({
      rows: evicts ? rows.slice(0, MAX_ROWS) : rows,
      hasBefore,
      hasAfter: this.snapshot.hasAfter || evicts,
      following: this.snapshot.following && !evicts,
      problem: null,
    });
  }

  private append(newer: readonly Row[], hasAfter: boolean, following: boolean): void {
    const rows = [...this.snapshot.rows, ...newer];
    const evicts = rows.length > MAX_ROWS;
    this.publish({
      rows: evicts ? rows.slice(-MAX_ROWS) : rows,
      hasBefore: this.snapshot.hasBefore || evicts,
      hasAfter,
      lastSeq: Math.max(this.snapshot.lastSeq, lastOf(newer)),
      following,
      problem: null,
    });
  }

  private applyLive(batch: readonly Row[]): void {
    if (this.snapshot.phase === 'loading') return this.live.putBack(batch);
    const lastSeq = Math.max(this.snapshot.lastSeq, lastOf(batch));
    if (!this.snapshot.following || !this.isViewAtEnd()) {
      return this.publish({ lastSeq, hasAfter: lastSeq > lastRowSeq(this.snapshot), following: false });
    }
    const shown = lastRowSeq(this.snapshot);
    const fresh = batch.filter((row) => row.seq > shown);
    const [next] = fresh;
    if (next === undefined) return;
    if (next.seq !== shown + 1 && this.refilledFor !== next.seq) return this.refill(fresh, next.seq);
    this.append(fresh, false, true);
  }

  /**
   * Rows are missing between the window and the stream: reads the end again. The same gap is accepted the
   * second time, since its numbers may have been erased.
   */
  private refill(fresh: readonly Row[], gapAt: number): void {
    this.refilledFor = gapAt;
    this.live.putBack(fresh);
    void this.toEnd();
  }

  private publish(change: Partial<WindowSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}
