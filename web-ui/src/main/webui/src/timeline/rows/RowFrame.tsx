/* SPDX-License-Identifier: Apache-2.0 */
import type { ReactNode } from 'react';
import type { Row } from '../../api/types';
import { formatBytes, formatCount, formatTokens } from '../../format/numbers';
import { formatDay, formatTime } from '../../format/times';
import { followLink } from '../../routing/navigation';
import styles from './RowFrame.module.css';
import { useRowActions } from './TimelineActions';

interface RowFrameProps {
  row: Row;
  isCurrent: boolean;
  /** Who or what speaks, for colour and label. */
  kind: string;
  label: string;
  /** Small facts after the label. */
  facts?: ReactNode;
  children?: ReactNode;
}

/** What all rows share: number, time, who, weight, and the way to the whole entry. */
export function RowFrame({ row, isCurrent, kind, label, facts, children }: RowFrameProps) {
  const actions = useRowActions();
  const when = row.occurredAt ?? row.recordedAt;
  const day = formatDay(when);
  return (
    <article
      className={styles.row}
      data-seq={row.seq}
      data-kind={kind}
      data-error={row.isError || undefined}
      aria-current={isCurrent || undefined}
      aria-label={`${label}, entry ${row.seq}`}
    >
      <div className={styles.margin}>
        <a className={styles.seq} href={actions.address(row.seq)} onClick={followLink} title="Permanent link">
          #{row.seq}
        </a>
        <time dateTime={when} title={when}>
          {day && `${day} `}
          {formatTime(when)}
        </time>
      </div>
      <div className={styles.body}>
        <div className={styles.head}>
          <span className={styles.label}>{label}</span>
          {facts}
          {row.pinned && <span className={styles.tag}>pinned</span>}
          {row.type === 'EntryImported' && <span className={styles.tag}>imported</span>}
          {row.isError && <span className={styles.error}>error</span>}
          <span className={styles.weight} title={weightOf(row)}>
            {row.tokens > 0 && `${formatTokens(row.tokens)} tok · `}
            {formatBytes(row.bytes)}
          </span>
          <button type="button" className={styles.open} aria-label={`Open entry ${row.seq}`} title="Open" onClick={() => actions.open(row.seq)} />
        </div>
        {children}
      </div>
    </article>
  );
}

function weightOf({ tokens, bytes, usage }: Row): string {
  const own = `${formatCount(tokens)} tokens, ${formatCount(bytes)} bytes`;
  if (usage === null) return own;
  const { input, output, cacheRead, cacheWrite } = usage;
  const cached = `cache read ${formatCount(cacheRead)}, cache write ${formatCount(cacheWrite)}`;
  return `${own}. Used by the call: input ${formatCount(input)}, output ${formatCount(output)}, ${cached}`;
}
