/* SPDX-License-Identifier: Apache-2.0 */
import type { Row } from '../api/types';
import type { Scheduler } from './Scheduler';

/** At most ten batches a second, however fast events come. */
const FLUSH_MS = 100;
/** Beyond this many waiting rows only the newest are worth keeping; the gap is read again. */
const MAX_WAITING = 5_000;

/** Collects live rows and hands them over in batches, bounded in number and in rate. */
export class LiveBuffer {
  private waiting: Row[] = [];
  private cancel: (() => void) | null = null;
  private lastFlush = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly keep: number,
    private readonly flush: (rows: Row[]) => void,
  ) {}

  push(rows: readonly Row[]): void {
    for (const row of rows) this.waiting.push(row);
    if (this.waiting.length > MAX_WAITING) this.waiting = this.waiting.slice(-this.keep);
    this.schedule();
  }

  /** Puts rows back that could not be used yet, before those that came since. */
  putBack(rows: readonly Row[]): void {
    this.waiting = [...rows, ...this.waiting];
    this.schedule();
  }

  clear(): void {
    this.cancel?.();
    this.cancel = null;
    this.waiting = [];
  }

  private schedule(): void {
    if (this.cancel !== null || this.waiting.length === 0) return;
    const wait = Math.max(0, this.lastFlush + FLUSH_MS - this.scheduler.now());
    this.cancel = this.scheduler.later(wait, () => void this.run());
  }

  private async run(): Promise<void> {
    const scheduled = this.cancel;
    await this.scheduler.frame();
    if (this.cancel !== scheduled || scheduled === null) return;
    this.cancel = null;
    this.lastFlush = this.scheduler.now();
    const rows = this.waiting;
    this.waiting = [];
    this.flush(rows);
  }
}
