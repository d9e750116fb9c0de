/* SPDX-License-Identifier: Apache-2.0 */
import type { ReactNode } from 'react';
import type { Row } from '../api/types';
import { formatBytes, formatCount } from '../format/numbers';
import { prettyJson } from '../format/text';
import { BlobDetails } from './BlobDetails';
import { BoundedText } from './BoundedText';
import styles from './EntryDetails.module.css';

/** All that is known of an entry. Its parts are bounded each, since any of them may be huge. */
export function EntryDetails({ session, row }: { session: string; row: Row }) {
  return (
    <div className={styles.details}>
      <dl className={styles.facts}>
        {factsOf(row).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {row.text && (
        <Part title="Text">
          <BoundedText text={row.text} fileName={`entry-${row.seq}.txt`} prose={row.role !== 'tool'} />
        </Part>
      )}
      {(row.toolCalls ?? []).map((call, index) => (
        <Part key={`${index}:${call.id}`} title={`Call of ${call.name}`}>
          <BoundedText text={prettyJson(call.arguments)} fileName={`entry-${row.seq}-call-${index + 1}.json`} />
          {call.truncated && <p className={styles.note}>The server cut these arguments short.</p>}
        </Part>
      ))}
      {(row.blobs ?? []).map((blob, index) => (
        <Part key={`${index}:${blob.digest}`} title={blob.mediaType ?? 'Attachment'}>
          <BlobDetails session={session} blob={blob} />
        </Part>
      ))}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function factsOf(row: Row): Array<[string, string]> {
  const { usage } = row;
  const facts: Array<[string, string | null]> = [
    ['Event', row.type],
    ['Recorded', row.recordedAt],
    ['Occurred', row.occurredAt],
    ['Id', row.id],
    ['Role', row.role],
    ['Author', row.author && [row.author.name, row.author.id].filter(Boolean).join(' · ')],
    ['Tool', row.toolName],
    ['Answers call', row.toolCallId],
    ['Model', row.model],
    ['Run', row.run],
    ['Size', `${formatBytes(row.bytes)}, ${formatCount(row.tokens)} tokens`],
    ['Used', usage && `${formatCount(usage.input)} in, ${formatCount(usage.output)} out`],
    ['Cached', usage && `${formatCount(usage.cacheRead)} read, ${formatCount(usage.cacheWrite)} written`],
    ['Outcome', row.isError ? 'error' : null],
    ['Pinned', row.pinned ? 'yes' : null],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '');
}
