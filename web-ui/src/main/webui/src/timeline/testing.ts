/* SPDX-License-Identifier: Apache-2.0 */
import type { EntryRange } from '../api/paths';
import type { EntryPage, Row } from '../api/types';
import { HistoryWindow } from './HistoryWindow';
import type { Scheduler } from './Scheduler';

export function rowAt(seq: number): Row {
  return {
    seq,
    type: 'EntryAppended',
    recordedAt: '2026-11-22T10:00:00Z',
    occurredAt: null,
    id: `entry-${seq}`,
    role: 'user',
    author: null,
    text: `text ${seq}`,
    truncated: false,
    bytes: 10,
    tokens: 3,
    model: null,
    usage: null,
    toolCalls: [],
    toolCallId: null,
    toolName: null,
    isError: false,
    blobs: [],
    pinned: false,
    run: null,
  };
}

export const rowsFrom = (first: number, last: number): Row[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => rowAt(first + index));

/** Time that moves only when told to; frames come at once. */
export class TestScheduler implements Scheduler {
  private time = 0;
  private timers: Array<{ at: number; callback: () => void }> = [];

  now(): number {
    return this.time;
  }

  later(ms: number, callback: () => void): () => void {
    const timer = { at: this.time + ms, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  frame(): Promise<void> {
    return Promise.resolve();
  }

  async advance(ms: number): Promise<void> {
    this.time += ms;
    const due = this.timers.filter((timer) => timer.at <= this.time);
    this.timers = this.timers.filter((timer) => timer.at > this.time);
    for (const timer of due) timer.callback();
    await settle();
  }
}

/** Lets everything run that waits for resolved promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** A history in memory that answers as the server does; `erased` seqs do not exist. */
export class TestHistory {
  readonly asked: EntryRange[] = [];
  failNext = false;
  private gates: Array<() => void> | null = null;

  constructor(
    public lastSeq: number,
    private readonly erased: (seq: number) => boolean = () => false,
  ) {}

  /** From now on answers wait for `release`. */
  hold(): void {
    this.gates = [];
  }

  async release(): Promise<void> {
    const gates = this.gates ?? [];
    this.gates = null;
    for (const open of gates) open();
    await settle();
  }

  readonly read = async (range: EntryRange, signal: AbortSignal): Promise<EntryPage> => {
    this.asked.push(range);
    const { gates } = this;
    if (gates !== null) await new Promise<void>((resolve) => gates.push(resolve));
    signal.throwIfAborted();
    if (this.failNext) {
      this.failNext = false;
      throw new Error('The server cannot be reached');
    }
    return this.page(range);
  };

  private page({ before, after, around }: EntryRange): EntryPage {
    const all = rowsFrom(1, this.lastSeq).filter((row) => !this.erased(row.seq));
    let entries = all.slice(-50);
    if (before !== undefined) entries = all.filter((row) => row.seq < before).slice(-50);
    if (after !== undefined) entries = all.filter((row) => row.seq > after).slice(0, 50);
    if (around !== undefined) {
      const middle = all.findIndex((row) => row.seq >= around);
      const start = Math.max(0, (middle === -1 ? all.length : middle) - 25);
      entries = all.slice(start, start + 50);
    }
    const first = entries[0]?.seq ?? 0;
    const last = entries.at(-1)?.seq ?? 0;
    return {
      entries,
      hasBefore: all.some((row) => row.seq < first),
      hasAfter: entries.length > 0 && all.some((row) => row.seq > last),
      lastSeq: this.lastSeq,
    };
  }
}

/** A window over a history in memory, and short ways to ask and to move it. */
export function windowOver(history: TestHistory) {
  const scheduler = new TestScheduler();
  const window = new HistoryWindow(history.read, scheduler);
  const seqs = () => window.getSnapshot().rows.map((row) => row.seq);
  const edges = () => [seqs()[0], seqs().at(-1)];
  /** The server appends and the stream tells. */
  const append = async (count: number) => {
    const first = history.lastSeq + 1;
    history.lastSeq += count;
    window.receive({ entries: rowsFrom(first, history.lastSeq), lastSeq: history.lastSeq });
    await scheduler.advance(100);
  };
  return { window, scheduler, seqs, edges, append };
}
