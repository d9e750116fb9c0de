/* SPDX-License-Identifier: Apache-2.0 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { api } from '../api/client';
import { EventStream, type StreamState } from '../api/eventStream';
import { paths } from '../api/paths';
import { meQuery } from '../api/queryClient';
import { reportTimeline } from '../shell/vitals';
import { HistoryWindow } from './HistoryWindow';
import { browserScheduler } from './Scheduler';
import { lastOf } from './seqs';

/**
 * The window and the live stream of one session. The stream starts once the first read succeeded, after
 * the newest entry that this read told of, so that nothing falls between the two.
 */
export function useSessionTimeline(id: string) {
  const client = useQueryClient();
  const [window] = useState(
    () => new HistoryWindow((range, signal) => api.entries(id, range, signal), browserScheduler),
  );
  const snapshot = useSyncExternalStore(window.subscribe, window.getSnapshot);
  const [streamState, setStreamState] = useState<StreamState>('reconnecting');
  const [behind, setBehind] = useState(0);
  const [opened, setOpened] = useState(false);
  if (snapshot.phase === 'ready' && !opened) setOpened(true);

  useEffect(() => () => window.stop(), [window]);

  useEffect(() => {
    if (!opened) return;
    const stream = new EventStream({
      address: (after) => paths.stream(id, after),
      onEntries: (live) => {
        window.receive(live);
        setBehind(Math.max(0, live.lastSeq - lastOf(live.entries)));
      },
      onState: setStreamState,
      onRefused: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }),
    });
    stream.open(window.getSnapshot().lastSeq);
    return () => stream.close();
  }, [opened, id, window, client]);

  const rows = snapshot.rows.length;
  useEffect(() => reportTimeline({ rows, behind }), [rows, behind]);
  useEffect(() => () => reportTimeline(null), []);

  return { window, snapshot, streamState };
}
