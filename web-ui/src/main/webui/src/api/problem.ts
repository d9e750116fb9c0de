/* SPDX-License-Identifier: Apache-2.0 */

/** An error answer of the server (`application/problem+json`), or a server that did not answer (status 0). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | null,
  ) {
    super(detail ?? title);
  }

  /** True when asking again later may succeed without a change of the request. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const textOr = (value: unknown, fallback: string): string =>
  typeof value === 'string' && value !== '' ? value : fallback;

/** Reads an error answer; survives bodies that are not problem documents (a proxy's page, for one). */
export async function problemOf(response: Response): Promise<ProblemError> {
  let body: Record<string, unknown> = {};
  if (response.headers.get('content-type')?.includes('json')) {
    const parsed: unknown = await response.json().catch(() => null);
    if (parsed !== null && typeof parsed === 'object') body = parsed as Record<string, unknown>;
  }
  const title = textOr(body.title, response.statusText || `HTTP ${response.status}`);
  const detail = typeof body.detail === 'string' ? body.detail : null;
  return new ProblemError(response.status, textOr(body.code, 'unknown'), title, detail);
}

export function unreachable(): ProblemError {
  return new ProblemError(0, 'unreachable', 'The server cannot be reached', null);
}

export function isProblem(error: unknown, status: number): boolean {
  return error instanceof ProblemError && error.status === status;
}
