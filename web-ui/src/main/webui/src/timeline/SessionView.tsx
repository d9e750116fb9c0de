/* SPDX-License-Identifier: Apache-2.0 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isProblem } from '../api/problem';
import { navigate } from '../routing/navigation';
import { sessionAddress } from '../routing/route';
import { SessionHeader } from '../sessions/SessionHeader';
import { useSession } from '../sessions/useSessions';
import { Notice } from '../shell/Notice';
import { useKeys } from '../shell/useKeys';
import { EntryDrawer } from './EntryDrawer';
import { GoToDialog } from './GoToDialog';
import { TimelineActions } from './rows/TimelineActions';
import styles from './SessionView.module.css';
import { Timeline, type TimelineHandle } from './Timeline';
import { TimelineNotices } from './TimelineNotices';
import { TimelineTools } from './TimelineTools';
import { useSessionTimeline } from './useSessionTimeline';

interface SessionViewProps {
  id: string;
  /** The entry that the address names, if any. */
  seq: number | null;
  /** Changes with every navigation, so that the same address leads to its entry again. */
  visit: number;
}

/** One session: its header, its timeline and the dialogs around it. */
export function SessionView({ id, seq, visit }: SessionViewProps) {
  const { window, snapshot, streamState } = useSessionTimeline(id);
  const session = useSession(id);
  const timeline = useRef<TimelineHandle>(null);
  const [cursor, setCursor] = useState<number | null>(seq);
  const [openEntry, setOpenEntry] = useState<number | null>(null);
  const [goToOpen, setGoToOpen] = useState(false);

  useEffect(() => {
    setCursor(seq);
    if (seq !== null) void window.toSeq(seq);
    else void window.toEnd();
  }, [window, seq, visit]);

  const toEnd = useCallback(() => {
    if (seq === null) void window.toEnd();
    else navigate(sessionAddress(id));
    setCursor(null);
  }, [window, id, seq]);

  const toFirst = useCallback(() => {
    setCursor(null);
    void window.toFirst();
  }, [window]);

  const actions = useMemo(
    () => ({ address: (at: number) => sessionAddress(id, at), open: setOpenEntry }),
    [id],
  );

  useKeys(
    useMemo(() => {
      const move = (by: 1 | -1) => setCursor(timeline.current?.step(cursor, by) ?? cursor);
      return {
        j: () => move(1),
        k: () => move(-1),
        o: () => setOpenEntry(cursor),
        g: () => setGoToOpen(true),
        l: toEnd,
        L: toEnd,
        Home: toFirst,
      };
    }, [cursor, toEnd, toFirst]),
  );

  const isUnknown = isProblem(session.error, 404) || isProblem(snapshot.problem, 404);
  return (
    <section className={styles.view} aria-label="Session">
      <SessionHeader id={id} session={session.data}>
        {!isUnknown && (
          <TimelineTools streamState={streamState} onFirst={toFirst} onGoTo={() => setGoToOpen(true)} onEnd={toEnd} />
        )}
      </SessionHeader>
      {isUnknown ? (
        <Notice title="There is no such session" text={id} />
      ) : (
        <TimelineActions value={actions}>
          <Timeline ref={timeline} window={window} snapshot={snapshot} cursor={cursor} />
          <TimelineNotices snapshot={snapshot} onEnd={toEnd} onRetry={() => void (seq === null ? window.toEnd() : window.toSeq(seq))} />
        </TimelineActions>
      )}
      <GoToDialog
        opened={goToOpen}
        lastSeq={snapshot.lastSeq}
        onClose={() => setGoToOpen(false)}
        onGo={(target) => navigate(sessionAddress(id, target))}
      />
      <EntryDrawer session={id} seq={openEntry} onClose={() => setOpenEntry(null)} />
    </section>
  );
}
