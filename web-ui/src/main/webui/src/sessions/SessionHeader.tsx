/* SPDX-License-Identifier: Apache-2.0 */
import type { ReactNode } from 'react';
import type { SessionSummary } from '../api/types';
import { formatCount, formatTokens } from '../format/numbers';
import { followLink } from '../routing/navigation';
import { BackIcon } from '../shell/icons';
import { LoadBar } from './LoadBar';
import styles from './SessionHeader.module.css';

interface SessionHeaderProps {
  id: string;
  session: SessionSummary | undefined;
  /** The live state and the ways through the timeline. */
  children: ReactNode;
}

/** Which session this is, and how much of it there is. */
export function SessionHeader({ id, session, children }: SessionHeaderProps) {
  const origin = [session?.channel, session?.agent, session?.user].filter(Boolean).join(' · ');
  return (
    <div className={styles.header}>
      <a className={styles.back} href="/" aria-label="All sessions" onClick={followLink}>
        <BackIcon />
      </a>
      <h1 className={styles.title}>{session?.title ?? id}</h1>
      <div className={styles.tools}>{children}</div>
      <div className={styles.facts}>
        {session?.title && <code className={styles.id}>{id}</code>}
        {origin && <span className={styles.origin}>{origin}</span>}
        {session && <span>{formatCount(session.entries)} entries</span>}
        {session && <span title={`${formatCount(session.tokens)} tokens`}>{formatTokens(session.tokens)} tokens</span>}
        {session && <LoadBar bytes={session.bytes} />}
      </div>
    </div>
  );
}
