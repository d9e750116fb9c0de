/* SPDX-License-Identifier: Apache-2.0 */
import { describe, expect, it } from 'vitest';
import { parseRoute, sessionAddress } from './route';

describe('routes', () => {
  it.each(['a#b:c@d+e', 'slack:C042', '~x=1', 'a%2Fb', 'ünïcode'])('should carry the id %s there and back', (id) => {
    expect(parseRoute(new URL(sessionAddress(id, 7), 'http://localhost').pathname)).toEqual({ page: 'session', id, seq: 7 });
    expect(parseRoute(new URL(sessionAddress(id), 'http://localhost').pathname)).toEqual({ page: 'session', id, seq: null });
  });

  it('should keep a # of an id out of the fragment', () => {
    expect(sessionAddress('a#b:c@d+e', 12)).toBe('/sessions/a%23b%3Ac%40d%2Be/12');
  });

  it('should know the list', () => {
    expect(parseRoute('/')).toEqual({ page: 'sessions' });
  });

  it.each(['/sessions', '/sessions/a/x', '/sessions/a/1/2', '/other/a', '/sessions/%E0%A4%A'])('should not know %s', (path) => {
    expect(parseRoute(path)).toEqual({ page: 'unknown' });
  });
});
