/* SPDX-License-Identifier: Apache-2.0 */
import { describe, expect, it } from 'vitest';
import { MAX_ROWS } from './HistoryWindow';
import { rowsFrom, TestHistory, windowOver } from './testing';
import { newerCount } from './WindowSnapshot';

describe('opening', () => {
  it('should open at the newest entries and follow', async () => {
    const { window, edges } = windowOver(new TestHistory(1_000));

    await window.toEnd();

    expect(edges()).toEqual([951, 1_000]);
    expect(window.getSnapshot()).toMatchObject({ following: true, hasBefore: true, hasAfter: false, phase: 'ready' });
    expect(window.getSnapshot().placement).toMatchObject({ seq: 1_000, align: 'end' });
  });

  it('should open the first entries without following', async () => {
    const { window, edges } = windowOver(new TestHistory(1_000));

    await window.toFirst();

    expect(edges()).toEqual([1, 50]);
    expect(window.getSnapshot()).toMatchObject({ following: false, hasBefore: false, hasAfter: true });
    expect(newerCount(window.getSnapshot())).toBe(950);
  });

  it('should follow a session without entries', async () => {
    const { window, append, seqs } = windowOver(new TestHistory(0));
    await window.toEnd();

    await append(2);

    expect(seqs()).toEqual([1, 2]);
  });

  it('should show the nearest entry when the asked one was erased', async () => {
    const { window } = windowOver(new TestHistory(1_000, (seq) => seq >= 300 && seq <= 400));

    await window.toSeq(350);

    expect(window.getSnapshot()).toMatchObject({ missing: 350 });
    expect(window.getSnapshot().placement).toMatchObject({ seq: 299, align: 'center' });
  });

  it('should not read again when the asked entry is held', async () => {
    const history = new TestHistory(1_000);
    const { window } = windowOver(history);
    await window.toEnd();

    await window.toSeq(970);

    expect(history.asked).toHaveLength(1);
    expect(window.getSnapshot().placement).toMatchObject({ seq: 970, align: 'center', serial: 2 });
  });

  it('should tell of a failed read and recover', async () => {
    const history = new TestHistory(100);
    const { window } = windowOver(history);
    history.failNext = true;

    await window.toEnd();
    expect(window.getSnapshot()).toMatchObject({ phase: 'failed', following: false });

    await window.toEnd();
    expect(window.getSnapshot()).toMatchObject({ phase: 'ready', problem: null, following: true });
  });

  it('should end at the last of two jumps, whichever is answered first', async () => {
    const history = new TestHistory(10_000);
    const { window, seqs } = windowOver(history);
    await window.toEnd();
    history.hold();

    const first = window.toSeq(2_000);
    const second = window.toSeq(7_000);
    await history.release();
    await Promise.all([first, second]);

    expect(seqs()).toContain(7_000);
    expect(seqs()).not.toContain(2_000);
  });
});

describe('growing', () => {
  it('should prepend older entries without a break', async () => {
    const { window, seqs } = windowOver(new TestHistory(1_000));
    await window.toEnd();

    await window.older();

    expect(seqs()).toEqual(rowsFrom(901, 1_000).map((row) => row.seq));
  });

  it('should evict the newest rows beyond the bound and stop following', async () => {
    const { window, edges } = windowOver(new TestHistory(2_000));
    await window.toEnd();

    for (let page = 0; page < 13; page++) await window.older();

    expect(window.getSnapshot().rows).toHaveLength(MAX_ROWS);
    expect(edges()).toEqual([1_301, 1_900]);
    expect(window.getSnapshot()).toMatchObject({ hasAfter: true, following: false });
    expect(newerCount(window.getSnapshot())).toBe(100);
  });

  it('should come back down from the cache without asking the server', async () => {
    const history = new TestHistory(2_000);
    const { window, edges } = windowOver(history);
    await window.toEnd();
    for (let page = 0; page < 15; page++) await window.older();
    const asked = history.asked.length;

    for (let page = 0; page < 4; page++) await window.newer();

    expect(edges()[1]).toBe(2_000);
    expect(history.asked).toHaveLength(asked);
    expect(window.getSnapshot().rows).toHaveLength(MAX_ROWS);
  });

  it('should cross erased stretches in both directions', async () => {
    const erased = (seq: number) => seq > 100 && seq <= 950;
    const { window, seqs } = windowOver(new TestHistory(1_000, erased));
    await window.toEnd();

    await window.older();
    await window.older();
    expect(seqs()[0]).toBe(1);
    expect(window.getSnapshot().hasBefore).toBe(false);

    await window.toSeq(100);
    await window.newer();
    expect(seqs().at(-1)).toBe(1_000);
  });

  it('should read an edge once, however often it is asked for', async () => {
    const history = new TestHistory(1_000);
    const { window } = windowOver(history);
    await window.toEnd();
    history.hold();

    const reads = [window.older(), window.older(), window.older()];
    await history.release();
    await Promise.all(reads);

    expect(history.asked).toHaveLength(2);
  });

  it('should drop older entries that arrive after a jump', async () => {
    const history = new TestHistory(10_000);
    const { window, edges } = windowOver(history);
    await window.toEnd();
    history.hold();

    const older = window.older();
    const jump = window.toSeq(500);
    await history.release();
    await Promise.all([older, jump]);

    expect(edges()).toEqual([475, 524]);
  });

  it('should wait after a failed read before the edge is asked again', async () => {
    const history = new TestHistory(1_000);
    const { window, scheduler, edges } = windowOver(history);
    await window.toEnd();
    history.failNext = true;
    await window.older();
    expect(window.getSnapshot().problem).not.toBeNull();

    await window.older();
    expect(history.asked).toHaveLength(2);

    await scheduler.advance(2_000);
    await window.older();
    expect(edges()[0]).toBe(901);
    expect(window.getSnapshot().problem).toBeNull();
  });
});
