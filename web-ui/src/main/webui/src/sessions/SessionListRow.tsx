/* SPDX-License-Identifier: Apache-2.0 */
import { memo } from 'react';
import type { SessionSummary } from '../api/types';
import { formatTokens } from '../format/numbers';
import { formatAgo } from '../format/times';
import { followLink } from '../routing/navigation';
import { sessionAddress } from '../routing/route';
import { LoadBar } from './LoadBar';
import styles from './SessionListRow.module.css';

interface SessionListRowProps {
  session: SessionSummary;
  chosen: boolean;
  now: Date;
}

export const SessionListRow = memo(function SessionListRow({ session, chosen, now }: SessionListRowProps) {
  const origin = [session.channel, session.agent, session.user].filter(Boolean).join(' · ');
  return (
    <a
      className={styles.row}
      href={sessionAddress(session.id)}
      data-session-id={session.id}
      aria-current={chosen ? 'page' : undefined}
      onClick={followLink}
    >
      <span className={styles.title}>{session.title ?? session.id}</span>
      <time className={styles.age} dateTime={session.lastActivityAt} title={session.lastActivityAt}>
        {formatAgo(session.lastActivityAt, now)}
      </time>
      <span className={styles.preview}>{session.preview ?? origin}</span>
      <span className={styles.origin} title={session.id}>
        {session.preview === null ? session.id : origin || session.id}
      </span>
      <span className={styles.numbers}>
        <span title="Tokens of the live state">{formatTokens(session.tokens)} tok</span>
        <LoadBar bytes={session.bytes} />
      </span>
    </a>
  );
});
