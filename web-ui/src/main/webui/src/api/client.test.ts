/* SPDX-License-Identifier: Apache-2.0 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from './client';
import { ProblemError } from './problem';

function answerWith(response: Response) {
  const send = vi.fn<typeof fetch>(async () => response);
  vi.stubGlobal('fetch', send);
  return send;
}

const problem = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

afterEach(() => vi.unstubAllGlobals());

describe('api', () => {
  it('should ask for entries with the id encoded whole', async () => {
    const send = answerWith(Response.json({ entries: [], hasBefore: false, hasAfter: false, lastSeq: 0 }));

    await api.entries('a#b:c@d+e', { before: 51 });

    expect(send.mock.calls[0]?.[0]).toBe('/api/sessions/a%23b%3Ac%40d%2Be/entries?limit=50&before=51');
  });

  it('should leave out empty filters and encode the others', async () => {
    const send = answerWith(Response.json({ sessions: [], nextCursor: null }));

    await api.sessions({ q: 'a b&c', channel: ' ', agent: '', user: 'ada' }, 'next=1');

    expect(send.mock.calls[0]?.[0]).toBe('/api/sessions?limit=50&cursor=next%3D1&q=a+b%26c&user=ada');
  });

  it('should send a credential as JSON', async () => {
    const send = answerWith(new Response(null, { status: 204 }));

    await api.login({ token: 't' });

    expect(send.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"token":"t"}' });
  });

  it('should throw what the problem document says', async () => {
    answerWith(problem(404, { title: 'Not found', status: 404, detail: 'There is no session s', code: 'unknown_session' }));

    const failure = api.session('s');

    await expect(failure).rejects.toMatchObject({ status: 404, code: 'unknown_session', message: 'There is no session s' });
  });

  it('should survive an error without a problem document', async () => {
    answerWith(new Response('<html>bad gateway</html>', { status: 502, statusText: 'Bad Gateway' }));

    await expect(api.me()).rejects.toMatchObject({ status: 502, title: 'Bad Gateway', isTransient: true });
  });

  it('should tell when the server cannot be reached', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));

    await expect(api.me()).rejects.toBeInstanceOf(ProblemError);
    await expect(api.me()).rejects.toMatchObject({ status: 0, isTransient: true });
  });

  it('should read no more of an attachment than asked for, though the server sends all', async () => {
    answerWith(new Response('x'.repeat(1_000)));

    const head = await api.blobHead('s', 'sha256:abc', 100);

    expect(head).toEqual({ text: 'x'.repeat(100), complete: false });
  });

  it('should ask for an attachment by the plain digest and know when it is complete', async () => {
    const send = answerWith(new Response('whole', { status: 206, headers: { 'content-range': 'bytes 0-4/5' } }));

    const head = await api.blobHead('a#b', 'sha256:abc', 5);

    expect(send.mock.calls[0]?.[0]).toBe('/v1/sessions/a%23b/blobs/abc');
    expect(head).toEqual({ text: 'whole', complete: true });
  });
});
