/* SPDX-License-Identifier: Apache-2.0 */
import { useEffect, useState } from 'react';
import { formatCount } from '../format/numbers';
import { Notice } from '../shell/Notice';
import styles from './TimelineNotices.module.css';
import { newerCount, type WindowSnapshot } from './WindowSnapshot';

interface TimelineNoticesProps {
  snapshot: WindowSnapshot;
  onEnd: () => void;
  onRetry: () => void;
}

/** What floats over the timeline: how many entries came meanwhile, and what could not be read. */
export function TimelineNotices({ snapshot, onEnd, onRetry }: TimelineNoticesProps) {
  const { rows, phase, problem, missing } = snapshot;
  const newer = newerCount(snapshot);
  if (rows.length === 0) {
    return (
      <div className={styles.cover}>
        {phase === 'failed' && <Notice title="The timeline could not be read" error={problem} onRetry={onRetry} />}
        {phase === 'ready' && <Notice title="No entries" text="New entries appear here as they come." />}
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      {missing !== null && <MissingNote key={missing} seq={missing} />}
      {problem !== null && (
        <p className={styles.note} role="alert">
          Some entries could not be read: {problem.message}{' '}
          {phase === 'failed' && (
            <button type="button" className={styles.inline} onClick={onRetry}>
              Try again
            </button>
          )}
        </p>
      )}
      {newer > 0 && (
        <button type="button" className={styles.newer} data-testid="newer-count" title="To the end, and follow" onClick={onEnd}>
          {formatCount(newer)} newer
        </button>
      )}
    </div>
  );
}

const NOTE_MS = 8_000;

function MissingNote({ seq }: { seq: number }) {
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), NOTE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <p className={styles.note} role="status">
      There is no entry #{seq}; this is the nearest.
    </p>
  );
}
