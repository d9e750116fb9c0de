/* SPDX-License-Identifier: Apache-2.0 */
import { PreviewText } from './PreviewText';
import { RowFrame } from './RowFrame';
import type { RowProps } from './TimelineRow';

const LABELS: Record<string, string> = {
  SessionCreated: 'Session created',
  SessionUpdated: 'Session updated',
  ContextCleared: 'Context cleared; the history stays',
};

/** An event of the session that is not an entry. A type this page does not know is named, not hidden. */
export function EventRow({ row, isCurrent }: RowProps) {
  const label = LABELS[row.type] ?? `Unknown event ${row.type}`;
  return (
    <RowFrame row={row} isCurrent={isCurrent} kind="event" label={label}>
      {row.text && <PreviewText seq={row.seq} text={row.text} truncated={row.truncated} maxLines={3} maxChars={400} />}
    </RowFrame>
  );
}
