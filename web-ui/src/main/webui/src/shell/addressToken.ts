/* SPDX-License-Identifier: Apache-2.0 */
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { meQuery } from '../api/queryClient';

/** Where the outcome of the last redemption lies, for the login form to read. */
export const loginProblemKey = ['login-problem'];

/** The one-time token in an address fragment, `#token=...`. */
export function tokenOf(fragment: string): string | null {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('token');
}

/** Exchanges the token of the address for a cookie and removes it from the address bar first. */
export async function redeemAddressToken(client: QueryClient): Promise<void> {
  const token = tokenOf(window.location.hash);
  if (token === null || token === '') return;
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  try {
    await api.login({ token });
    client.setQueryData(loginProblemKey, null);
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  } catch (error) {
    client.setQueryData(loginProblemKey, error as Error);
  }
}

/** A fresh address pasted into an open page changes only the fragment, without a reload. */
export function watchAddressToken(client: QueryClient): void {
  window.addEventListener('hashchange', () => void redeemAddressToken(client));
}
