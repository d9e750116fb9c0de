/* SPDX-License-Identifier: Apache-2.0 */
import { describe, expect, it } from 'vitest';
import { MAX_ROWS } from './HistoryWindow';
import { rowsFrom, settle, TestHistory, windowOver } from './testing';
import { newerCount } from './WindowSnapshot';

describe('following', () => {
  it('should append live entries in one batch per tenth of a second', async () => {
    const { window, scheduler, edges } = windowOver(new TestHistory(100));
    await window.toEnd();
    let changes = 0;
    window.subscribe(() => changes++);

    for (let seq = 101; seq <= 110; seq++) window.receive({ entries: rowsFrom(seq, seq), lastSeq: seq });
    await scheduler.advance(100);

    expect(changes).toBe(1);
    expect(edges()[1]).toBe(110);
  });

  it('should keep the bound while following', async () => {
    const { window, append, edges } = windowOver(new TestHistory(100));
    await window.toEnd();

    for (let batch = 0; batch < 20; batch++) await append(100);

    expect(window.getSnapshot().rows).toHaveLength(MAX_ROWS);
    expect(edges()).toEqual([1_501, 2_100]);
    expect(window.getSnapshot()).toMatchObject({ hasBefore: true, following: true });
  });

  it('should ignore entries that are already shown', async () => {
    const { window, scheduler, seqs } = windowOver(new TestHistory(100));
    await window.toEnd();

    window.receive({ entries: rowsFrom(95, 102), lastSeq: 102 });
    await scheduler.advance(100);

    expect(seqs()).toEqual(rowsFrom(51, 102).map((row) => row.seq));
  });

  it('should only count while the reader is up in history', async () => {
    const { window, append, edges } = windowOver(new TestHistory(100));
    await window.toEnd();
    window.viewMoved(false);

    await append(12);

    expect(edges()[1]).toBe(100);
    expect(newerCount(window.getSnapshot())).toBe(12);
  });

  it('should stop following when the view left the end unnoticed', async () => {
    const { window, append, edges } = windowOver(new TestHistory(100));
    await window.toEnd();
    window.setEndProbe(() => false);

    await append(5);

    expect(edges()[1]).toBe(100);
    expect(window.getSnapshot().following).toBe(false);
  });

  it('should not follow while newer entries are read far from the end', async () => {
    const { window } = windowOver(new TestHistory(1_000));
    await window.toFirst();

    await window.newer();

    expect(window.getSnapshot()).toMatchObject({ following: false, hasAfter: true });
  });

  it('should not follow when the reader left the end before the last entries were read', async () => {
    const { window, append, edges } = windowOver(new TestHistory(100));
    window.setEndProbe(() => false);
    await window.toEnd();
    await append(12);

    await window.newer();

    expect(edges()[1]).toBe(112);
    expect(window.getSnapshot().following).toBe(false);
  });

  it('should follow again once scrolled to the end', async () => {
    const { window, append, edges } = windowOver(new TestHistory(100));
    await window.toEnd();
    window.viewMoved(false);
    await append(12);

    await window.newer();
    window.viewMoved(true);
    await append(3);

    expect(edges()[1]).toBe(115);
    expect(newerCount(window.getSnapshot())).toBe(0);
  });

  it('should read the end again when live entries leave a gap', async () => {
    const history = new TestHistory(100);
    const { window, scheduler, edges, seqs } = windowOver(history);
    await window.toEnd();

    history.lastSeq = 500;
    window.receive({ entries: rowsFrom(490, 500), lastSeq: 500 });
    await scheduler.advance(100);
    await scheduler.advance(100);

    expect(edges()).toEqual([451, 500]);
    expect(new Set(seqs()).size).toBe(50);
  });

  it('should accept a gap that reading again does not close', async () => {
    const erased = (seq: number) => seq > 100 && seq < 105;
    const history = new TestHistory(100, erased);
    const { window, scheduler, seqs } = windowOver(history);
    await window.toEnd();

    window.receive({ entries: rowsFrom(105, 106), lastSeq: 106 });
    for (let turn = 0; turn < 4; turn++) await scheduler.advance(100);

    expect(seqs().slice(-3)).toEqual([100, 105, 106]);
    expect(history.asked).toHaveLength(2);
  });

  it('should keep only the newest of a flood and read the rest again', async () => {
    const history = new TestHistory(100);
    const { window, scheduler, edges } = windowOver(history);
    await window.toEnd();

    history.lastSeq = 9_100;
    for (let from = 101; from <= 9_000; from += 100) {
      window.receive({ entries: rowsFrom(from, from + 99), lastSeq: from + 99 });
    }
    window.receive({ entries: rowsFrom(9_001, 9_100), lastSeq: 9_100 });
    await scheduler.advance(100);
    await scheduler.advance(100);

    expect(edges()[1]).toBe(9_100);
    expect(window.getSnapshot().rows.length).toBeLessThanOrEqual(MAX_ROWS);
    expect(window.getSnapshot().following).toBe(true);
  });

  it('should show live entries that came during a jump to the end', async () => {
    const history = new TestHistory(100);
    const { window, scheduler, edges } = windowOver(history);
    await window.toEnd();
    history.hold();

    const jump = window.toEnd();
    window.receive({ entries: rowsFrom(101, 103), lastSeq: 103 });
    await scheduler.advance(100);
    await history.release();
    await jump;
    await settle();
    await scheduler.advance(100);

    expect(edges()[1]).toBe(103);
  });

  it('should show nothing more after it was stopped', async () => {
    const { window, append, edges } = windowOver(new TestHistory(100));
    await window.toEnd();

    window.stop();
    window.receive({ entries: [], lastSeq: 100 });
    await append(0);

    expect(edges()[1]).toBe(100);
  });
});
