/* SPDX-License-Identifier: Apache-2.0 */
import { type EntryRange, paths } from './paths';
import { problemOf, unreachable } from './problem';
import type { EntryPage, Me, Row, SessionFilter, SessionPage, SessionSummary } from './types';

/** What a login is made of: the one-time token of the page's address, or an API key. */
export type Credential = { token: string } | { key: string };

/** The beginning of an attachment; `complete` is false when more follows. */
export interface BlobHead {
  text: string;
  complete: boolean;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const headers = { accept: 'application/json' };
  const response = await send(path, signal ? { headers, signal } : { headers });
  return (await response.json()) as T;
}

async function post(path: string, body?: unknown): Promise<void> {
  const init: RequestInit = { method: 'POST' };
  if (body !== undefined) {
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  await send(path, init);
}

async function blobHead(session: string, digest: string, limit: number): Promise<BlobHead> {
  const response = await send(paths.blob(session, digest), { headers: { range: `bytes=0-${limit - 1}` } });
  const bytes = await firstBytes(response, limit);
  const total = Number(response.headers.get('content-range')?.split('/')[1] ?? Number.NaN);
  const complete = Number.isNaN(total) ? bytes.length < limit : bytes.length >= total;
  return { text: new TextDecoder().decode(bytes, { stream: !complete }), complete };
}

/** Reads no further than `limit`, since a server may ignore the range and send everything. */
async function firstBytes(response: Response, limit: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const bytes = new Uint8Array(limit);
  let length = 0;
  while (reader !== undefined && length < limit) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, limit - length);
    bytes.set(part, length);
    length += part.length;
  }
  await reader?.cancel();
  return bytes.subarray(0, length);
}

/** The calls of the page, one function each. Every failure is a `ProblemError`. */
export const api = {
  me: () => get<Me>(paths.me),
  login: (credential: Credential) => post(paths.login, credential),
  logout: () => post(paths.logout),
  sessions: (filter: SessionFilter, cursor: string | null, signal?: AbortSignal) =>
    get<SessionPage>(paths.sessions(filter, cursor), signal),
  session: (id: string, signal?: AbortSignal) => get<SessionSummary>(paths.session(id), signal),
  entries: (id: string, range: EntryRange, signal?: AbortSignal) =>
    get<EntryPage>(paths.entries(id, range), signal),
  entry: (id: string, seq: number, signal?: AbortSignal) => get<Row>(paths.entry(id, seq), signal),
  blobHead,
};
