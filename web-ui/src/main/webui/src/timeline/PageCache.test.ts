/* SPDX-License-Identifier: Apache-2.0 */
import { describe, expect, it } from 'vitest';
import { PageCache } from './PageCache';
import { rowsFrom } from './testing';

const pageOf = (first: number, last: number, sides: { precedes?: number; follows?: number } = {}) => ({
  rows: rowsFrom(first, last),
  hasBefore: first > 1,
  precedes: sides.precedes ?? null,
  follows: sides.follows ?? null,
});

describe('PageCache', () => {
  it('should find the rows before a seq that a page is known to precede, across a gap', () => {
    const cache = new PageCache(40);
    cache.add(pageOf(51, 100, { precedes: 300 }));

    expect(cache.before(300)?.rows.at(-1)?.seq).toBe(100);
    expect(cache.before(200)).toBeNull();
  });

  it('should know the way back over two pages that were read one after the other', () => {
    const cache = new PageCache(40);
    cache.add(pageOf(301, 350));
    cache.add(pageOf(51, 100, { precedes: 301 }));

    expect(cache.after(100)?.[0]?.seq).toBe(301);
  });

  it('should find the rest of a page that holds the seq', () => {
    const cache = new PageCache(40);
    cache.add(pageOf(51, 100));

    expect(cache.before(80)?.rows.map((row) => row.seq)).toEqual(rowsFrom(51, 79).map((row) => row.seq));
    expect(cache.after(80)?.map((row) => row.seq)).toEqual(rowsFrom(81, 100).map((row) => row.seq));
  });

  it('should not claim to know what lies beyond its pages', () => {
    const cache = new PageCache(40);
    cache.add(pageOf(51, 100));

    expect(cache.before(51)).toBeNull();
    expect(cache.after(100)).toBeNull();
  });

  it('should forget the page that was used longest ago', () => {
    const cache = new PageCache(2);
    cache.add(pageOf(1, 50));
    cache.add(pageOf(51, 100));
    cache.after(1);

    cache.add(pageOf(101, 150));

    expect(cache.size).toBe(2);
    expect(cache.after(51)).toBeNull();
    expect(cache.after(1)).not.toBeNull();
  });
});
