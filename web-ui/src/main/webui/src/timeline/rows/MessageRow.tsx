/* SPDX-License-Identifier: Apache-2.0 */
import { Attachments } from './Attachments';
import { Fact } from './Fact';
import { PreviewText } from './PreviewText';
import { RowFrame } from './RowFrame';
import type { RowProps } from './TimelineRow';
import { ToolCalls } from './ToolCalls';

const LABELS: Record<string, string> = { user: 'User', assistant: 'Assistant', system: 'System' };

/** What a person, the model or the system said, with the tool calls that the model asked for. */
export function MessageRow({ row, isCurrent }: RowProps) {
  const kind = row.role ?? 'system';
  const facts = (
    <>
      {row.author && <Fact text={row.author.name ?? row.author.id} title={row.author.id} />}
      {row.model && <Fact text={row.model} />}
    </>
  );
  return (
    <RowFrame row={row} isCurrent={isCurrent} kind={kind} label={LABELS[kind] ?? kind} facts={facts}>
      {row.text && <PreviewText seq={row.seq} text={row.text} truncated={row.truncated} maxLines={16} maxChars={1_600} />}
      <ToolCalls seq={row.seq} calls={row.toolCalls ?? []} />
      <Attachments blobs={row.blobs ?? []} />
    </RowFrame>
  );
}
