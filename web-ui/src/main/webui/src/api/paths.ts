/* SPDX-License-Identifier: Apache-2.0 */
import type { SessionFilter } from './types';

/** Which stretch of a session to read; with nothing given, the newest. Bounds are exclusive. */
export interface EntryRange {
  before?: number;
  after?: number;
  around?: number;
}

export const PAGE_SIZE = 50;

/** Session ids may hold `#`, `:`, `@`, `+` and more, so each is encoded whole. */
const sessionPath = (id: string): string => `/api/sessions/${encodeURIComponent(id)}`;

export const paths = {
  me: '/api/me',
  login: '/api/login',
  logout: '/api/logout',

  sessions(filter: SessionFilter, cursor: string | null): string {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    if (cursor !== null) query.set('cursor', cursor);
    for (const name of ['q', 'channel', 'agent', 'user'] as const) {
      const value = filter[name].trim();
      if (value !== '') query.set(name, value);
    }
    return `/api/sessions?${query}`;
  },

  session: sessionPath,

  entries(id: string, range: EntryRange): string {
    const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
    for (const [name, seq] of Object.entries(range)) query.set(name, String(seq));
    return `${sessionPath(id)}/entries?${query}`;
  },

  entry: (id: string, seq: number): string => `${sessionPath(id)}/entries/${seq}`,

  stream: (id: string, after: number): string => `${sessionPath(id)}/stream?after=${after}`,

  /** Digests come as plain hex or as `sha256:hex`; the address has the hex alone. */
  blob(id: string, digest: string): string {
    const hex = digest.replace(/^sha256:/, '');
    return `/v1/sessions/${encodeURIComponent(id)}/blobs/${encodeURIComponent(hex)}`;
  },
};
