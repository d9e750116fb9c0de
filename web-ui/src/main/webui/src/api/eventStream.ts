/* SPDX-License-Identifier: Apache-2.0 */
import type { LiveEntries } from './types';

export type StreamState = 'live' | 'reconnecting';

/** The part of `EventSource` that is used here; tests bring their own. */
export interface EventSourceLike {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void;
  close(): void;
}

export interface StreamOptions {
  address: (after: number) => string;
  onEntries: (live: LiveEntries) => void;
  onState: (state: StreamState) => void;
  /** Called when the server refused the stream; the login may have ended. */
  onRefused: () => void;
  connect?: (address: string) => EventSourceLike;
}

const CLOSED = 2;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
/** The server sends a heartbeat every 15 s; three missed ones mean a dead connection. */
const SILENCE_MS = 50_000;

/**
 * The live tail of a session. The browser resumes a broken stream by itself; this class adds what it
 * leaves out: streams refused for good, and connections that fell silent without an error.
 */
export class EventStream {
  private source: EventSourceLike | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private retryMs = FIRST_RETRY_MS;
  private lastSeq = 0;

  constructor(private readonly options: StreamOptions) {}

  /** Starts after the entry `after`; later reconnects start after the last one seen. */
  open(after: number): void {
    this.lastSeq = after;
    this.connect();
  }

  close(): void {
    clearTimeout(this.retry);
    clearTimeout(this.watchdog);
    this.source?.close();
    this.source = null;
  }

  private connect(): void {
    this.close();
    const connect = this.options.connect ?? ((address: string) => new EventSource(address));
    const source = connect(this.options.address(this.lastSeq));
    this.source = source;
    source.addEventListener('open', () => this.alive(source));
    source.addEventListener('heartbeat', () => this.alive(source));
    source.addEventListener('entries', (event) => this.receive(source, event));
    source.addEventListener('error', () => this.failed(source));
    this.watch();
  }

  private alive(source: EventSourceLike): void {
    if (source !== this.source) return;
    this.retryMs = FIRST_RETRY_MS;
    this.watch();
    this.options.onState('live');
  }

  private receive(source: EventSourceLike, event: MessageEvent<string>): void {
    if (source !== this.source) return;
    this.alive(source);
    const live = JSON.parse(event.data) as LiveEntries;
    const newest = live.entries.at(-1);
    if (newest) this.lastSeq = Math.max(this.lastSeq, newest.seq);
    this.options.onEntries(live);
  }

  private failed(source: EventSourceLike): void {
    if (source !== this.source) return;
    this.options.onState('reconnecting');
    if (source.readyState !== CLOSED) return;
    this.options.onRefused();
    this.reconnectLater();
  }

  private reconnectLater(): void {
    this.close();
    this.retry = setTimeout(() => this.connect(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }

  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      this.options.onState('reconnecting');
      this.connect();
    }, SILENCE_MS);
  }
}
