/* SPDX-License-Identifier: Apache-2.0 */
import { useState } from 'react';
import type { ToolCall } from '../../api/types';
import { prettyJson } from '../../format/text';
import { PreviewText } from './PreviewText';
import styles from './ToolCalls.module.css';

/** More calls than this are shown with the whole entry only. */
const MAX_SHOWN = 8;

export function ToolCalls({ seq, calls }: { seq: number; calls: readonly ToolCall[] }) {
  const hidden = calls.length - MAX_SHOWN;
  return (
    <>
      {calls.slice(0, MAX_SHOWN).map((call, index) => (
        <FoldedCall key={`${index}:${call.id}`} seq={seq} call={call} />
      ))}
      {hidden > 0 && <p className={styles.hidden}>and {hidden} more calls</p>}
    </>
  );
}

function FoldedCall({ seq, call }: { seq: number; call: ToolCall }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.call}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={styles.name}>{call.name}</span>
        {!open && <span className={styles.glance}>{call.arguments.slice(0, 160)}</span>}
      </button>
      {open && (
        <PreviewText
          seq={seq}
          text={prettyJson(call.arguments)}
          truncated={call.truncated}
          maxLines={24}
          maxChars={2_000}
          code
        />
      )}
    </div>
  );
}
