/* SPDX-License-Identifier: Apache-2.0 */
import { memo } from 'react';
import type { Row } from '../../api/types';
import { EventRow } from './EventRow';
import { MessageRow } from './MessageRow';
import { ToolResultRow } from './ToolResultRow';

export interface RowProps {
  row: Row;
  /** The entry of the address, or where j and k stand. */
  isCurrent: boolean;
}

/** Chooses the drawing of a row by what happened. Kinds unknown to this page are shown as such. */
export const TimelineRow = memo(function TimelineRow(props: RowProps) {
  const { type, role } = props.row;
  const isEntry = type === 'EntryAppended' || type === 'EntryImported';
  if (!isEntry || role === null) return <EventRow {...props} />;
  return role === 'tool' ? <ToolResultRow {...props} /> : <MessageRow {...props} />;
});
