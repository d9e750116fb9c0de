/* SPDX-License-Identifier: Apache-2.0 */
import { type MouseEvent, useMemo, useSyncExternalStore } from 'react';
import { parseRoute, type Route } from './route';

const listeners = new Set<() => void>();
/** Counts navigations, so that following a link to the current address again is noticed. */
let visits = 0;

function announce(): void {
  visits += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', announce);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', announce);
  };
}

export function navigate(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'replace' || address === window.location.pathname) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  announce();
}

/** The current route, and the number of navigations made so far. */
export function useRoute(): { route: Route; visit: number } {
  const pathname = useSyncExternalStore(subscribe, () => window.location.pathname);
  const visit = useSyncExternalStore(subscribe, () => visits);
  const route = useMemo(() => parseRoute(pathname), [pathname]);
  return { route, visit };
}

/** Turns a plain click on a link into a navigation without a reload; other clicks stay the browser's. */
export function followLink(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(event.currentTarget.pathname);
}
