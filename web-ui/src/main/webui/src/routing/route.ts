/* SPDX-License-Identifier: Apache-2.0 */

/** Where the page is: the list alone, a session, or a session at one entry. */
export type Route =
  | { page: 'sessions' }
  | { page: 'session'; id: string; seq: number | null }
  | { page: 'unknown' };

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function seqOf(part: string | undefined): number | null {
  return part !== undefined && /^[0-9]{1,15}$/.test(part) ? Number(part) : null;
}

/** Reads the path of an address. Each part is decoded apart, so that an id may hold any character. */
export function parseRoute(pathname: string): Route {
  const [first, id, seq, ...rest] = pathname.split('/').filter((part) => part !== '');
  if (first === undefined) return { page: 'sessions' };
  const decoded = id === undefined ? null : decode(id);
  if (first !== 'sessions' || decoded === null || rest.length > 0) return { page: 'unknown' };
  if (seq !== undefined && seqOf(seq) === null) return { page: 'unknown' };
  return { page: 'session', id: decoded, seq: seqOf(seq) };
}

export function sessionAddress(id: string, seq?: number | null): string {
  const base = `/sessions/${encodeURIComponent(id)}`;
  return seq === undefined || seq === null ? base : `${base}/${seq}`;
}
