/* SPDX-License-Identifier: Apache-2.0 */
import { Attachments } from './Attachments';
import { Fact } from './Fact';
import { PreviewText } from './PreviewText';
import { RowFrame } from './RowFrame';
import type { RowProps } from './TimelineRow';

/** What a tool gave back: a few lines; size, digest and the whole on demand. */
export function ToolResultRow({ row, isCurrent }: RowProps) {
  const facts = row.toolName && <Fact text={row.toolName} title={`Call ${row.toolCallId ?? 'unknown'}`} code />;
  return (
    <RowFrame row={row} isCurrent={isCurrent} kind="tool" label="Tool result" facts={facts}>
      {row.text && (
        <PreviewText seq={row.seq} text={row.text} truncated={row.truncated} maxLines={6} maxChars={700} code />
      )}
      <Attachments blobs={row.blobs ?? []} />
    </RowFrame>
  );
}
