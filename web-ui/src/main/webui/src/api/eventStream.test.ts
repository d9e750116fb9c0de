/* SPDX-License-Identifier: Apache-2.0 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rowsFrom } from '../timeline/testing';
import { EventStream, type EventSourceLike } from './eventStream';

class TestSource implements EventSourceLike {
  readyState = 0;
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>();

  constructor(readonly address: string) {}

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.listeners.set(type, listener);
  }

  close(): void {
    this.readyState = 2;
  }

  emit(type: string, data = ''): void {
    this.listeners.get(type)?.({ data } as MessageEvent<string>);
  }

  sendEntries(first: number, last: number): void {
    this.emit('entries', JSON.stringify({ entries: rowsFrom(first, last), lastSeq: last }));
  }

  fail(readyState: number): void {
    this.readyState = readyState;
    this.emit('error');
  }
}

function start() {
  const sources: TestSource[] = [];
  const states: string[] = [];
  const seqs: number[] = [];
  const onRefused = vi.fn();
  const stream = new EventStream({
    address: (after) => `/stream?after=${after}`,
    onEntries: (live) => seqs.push(...live.entries.map((row) => row.seq)),
    onState: (state) => states.push(state),
    onRefused,
    connect: (address) => {
      const source = new TestSource(address);
      sources.push(source);
      return source;
    },
  });
  stream.open(10);
  const newest = () => sources.at(-1) as TestSource;
  return { stream, sources, states, seqs, onRefused, newest };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('EventStream', () => {
  it('should start after the given seq and be live once open', () => {
    const { newest, states, seqs } = start();

    newest().emit('open');
    newest().sendEntries(11, 12);

    expect(newest().address).toBe('/stream?after=10');
    expect(states.at(-1)).toBe('live');
    expect(seqs).toEqual([11, 12]);
  });

  it('should leave a short break to the browser', () => {
    const { newest, sources, states } = start();

    newest().fail(0);
    vi.advanceTimersByTime(5_000);

    expect(states.at(-1)).toBe('reconnecting');
    expect(sources).toHaveLength(1);
  });

  it('should reconnect after the last seq seen when it was refused, less and less often', () => {
    const { newest, sources, onRefused } = start();
    newest().sendEntries(11, 20);

    newest().fail(2);
    vi.advanceTimersByTime(1_000);
    expect(newest().address).toBe('/stream?after=20');

    newest().fail(2);
    vi.advanceTimersByTime(1_000);
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(1_000);
    expect(sources).toHaveLength(3);
    expect(onRefused).toHaveBeenCalledTimes(2);
  });

  it('should replace a connection that fell silent', () => {
    const { newest, sources } = start();
    newest().emit('heartbeat');

    vi.advanceTimersByTime(50_000);

    expect(sources).toHaveLength(2);
    expect(sources[0]?.readyState).toBe(2);
  });

  it('should ignore a connection that was replaced', () => {
    const { newest, sources, seqs } = start();
    vi.advanceTimersByTime(50_000);

    sources[0]?.sendEntries(11, 12);
    newest().sendEntries(11, 11);

    expect(seqs).toEqual([11]);
  });

  it('should stay closed', () => {
    const { stream, newest, sources } = start();
    newest().fail(2);

    stream.close();
    vi.advanceTimersByTime(120_000);

    expect(sources).toHaveLength(1);
  });
});
