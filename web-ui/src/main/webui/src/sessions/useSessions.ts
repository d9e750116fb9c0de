/* SPDX-License-Identifier: Apache-2.0 */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../api/client';
import type { SessionFilter, SessionSummary } from '../api/types';

const POLL_MS = 5_000;

/**
 * The sessions that match, newest activity first. A poll reads every page again, so that it comes less
 * often the further the reader has scrolled: never more than one request in five seconds on average.
 */
export function useSessions(filter: SessionFilter) {
  const query = useInfiniteQuery({
    queryKey: ['sessions', filter],
    queryFn: ({ pageParam, signal }) => api.sessions(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: (q) => POLL_MS * Math.max(1, q.state.data?.pages.length ?? 1),
    placeholderData: (previous) => previous,
  });
  const sessions = useMemo(() => withoutRepeats(query.data?.pages.flatMap((page) => page.sessions) ?? []), [query.data]);
  return { query, sessions };
}

/** A session that moved up between two page reads comes twice; its first place is the right one. */
export function withoutRepeats(sessions: SessionSummary[]): SessionSummary[] {
  const seen = new Set<string>();
  return sessions.filter((session) => !seen.has(session.id) && seen.add(session.id));
}

export function useSession(id: string) {
  return useQuery({
    queryKey: ['session', id],
    queryFn: ({ signal }) => api.session(id, signal),
    refetchInterval: POLL_MS,
  });
}
