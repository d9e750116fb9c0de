/* SPDX-License-Identifier: Apache-2.0 */
import type { Row } from '../api/types';

/**
 * Rows that follow each other in the history without anything between them. `precedes` and `follows` are
 * the seqs known to lie next to the page; a seq cannot be computed, since erased stretches leave gaps.
 */
export interface CachedPage {
  rows: readonly Row[];
  hasBefore: boolean;
  precedes: number | null;
  follows: number | null;
}

/** The rows before a seq, and whether the history goes on beyond them. */
export interface RowsBefore {
  rows: readonly Row[];
  more: boolean;
}

/** The pages read last, for scrolling back and forth without asking the server again. */
export class PageCache {
  /** Oldest use first. */
  private pages: CachedPage[] = [];

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.pages.length;
  }

  add(page: CachedPage): void {
    if (page.rows.length === 0) return;
    this.link(page);
    this.pages.push(page);
    if (this.pages.length > this.capacity) this.pages.shift();
  }

  /** What the new page knows of its sides holds for its neighbours the other way round. */
  private link(page: CachedPage): void {
    for (const other of this.pages) {
      if (page.precedes === first(other)) other.follows = last(page);
      if (page.follows === last(other)) other.precedes = first(page);
    }
  }

  /** The rows directly before `seq`, if they are held. */
  before(seq: number): RowsBefore | null {
    const page = this.pages.find((p) => p.precedes === seq || (first(p) < seq && seq <= last(p)));
    if (page === undefined) return null;
    this.touch(page);
    return { rows: page.rows.filter((row) => row.seq < seq), more: page.hasBefore };
  }

  /** The rows directly after `seq`, if they are held. What lies beyond them may have come since. */
  after(seq: number): readonly Row[] | null {
    const page = this.pages.find((p) => p.follows === seq || (first(p) <= seq && seq < last(p)));
    if (page === undefined) return null;
    this.touch(page);
    return page.rows.filter((row) => row.seq > seq);
  }

  private touch(page: CachedPage): void {
    this.pages = this.pages.filter((other) => other !== page);
    this.pages.push(page);
  }
}

const first = (page: CachedPage): number => page.rows[0]?.seq ?? Number.NaN;
const last = (page: CachedPage): number => page.rows.at(-1)?.seq ?? Number.NaN;
