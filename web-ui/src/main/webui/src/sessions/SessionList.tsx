/* SPDX-License-Identifier: Apache-2.0 */
import { useDebouncedValue, useInterval } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { SessionFilter } from '../api/types';
import { Notice } from '../shell/Notice';
import { SessionFilters } from './SessionFilters';
import styles from './SessionList.module.css';
import { SessionListRow } from './SessionListRow';
import { useSessions } from './useSessions';

const ROW_HEIGHT = 86;
const LOAD_AHEAD = 15;

/** Redraws ages such as "4m" now and then, for lists in which nothing else changes. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), 20_000, { autoInvoke: true });
  return now;
}

interface SessionListProps {
  chosen: string | null;
  filter: SessionFilter;
  onFilter: (filter: SessionFilter) => void;
}

export function SessionList({ chosen, filter, onFilter }: SessionListProps) {
  const [settledFilter] = useDebouncedValue(filter, 250);
  const { query, sessions } = useSessions(settledFilter);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const scroller = useRef<HTMLDivElement>(null);
  const now = useNow();
  const virtualizer = useVirtualizer({
    count: sessions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => sessions[index]?.id ?? index,
    overscan: 3,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    const nearEnd = lastShown >= sessions.length - LOAD_AHEAD;
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [lastShown, sessions.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <nav className={styles.panel} aria-label="Sessions">
      <SessionFilters filter={filter} onChange={onFilter} />
      <div ref={scroller} className={styles.scroller} data-testid="session-list">
        {query.isError && sessions.length === 0 && (
          <Notice title="The list could not be read" error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isSuccess && sessions.length === 0 && <Notice title="No sessions" text={emptyText(settledFilter)} />}
        {sessions.length > 0 && (
          <div role="list" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
            {items.map((item) => {
              const session = sessions[item.index];
              return (
                session && (
                  <div key={item.key} role="listitem" className={styles.place} style={{ transform: `translateY(${item.start}px)` }}>
                    <SessionListRow session={session} chosen={session.id === chosen} now={now} />
                  </div>
                )
              );
            })}
          </div>
        )}
      </div>
    </nav>
  );
}

function emptyText(filter: SessionFilter): string {
  const filtered = Object.values(filter).some((value) => value.trim() !== '');
  return filtered ? 'Nothing matches the search and the filters.' : 'A session appears here with its first entry.';
}
