/* SPDX-License-Identifier: Apache-2.0 */
import type { Blob } from '../../api/types';
import { formatBytes } from '../../format/numbers';
import { shortDigest } from '../../format/text';
import styles from './Attachments.module.css';

/** Offloaded content, named by kind, size and digest; its bytes are read in the opened entry. */
export function Attachments({ blobs }: { blobs: readonly Blob[] }) {
  return blobs.slice(0, 8).map((blob, index) => (
    <p key={`${index}:${blob.digest}`} className={styles.blob} title={blob.digest}>
      <span>{blob.mediaType ?? 'attachment'}</span>
      <span>{formatBytes(blob.bytes)}</span>
      <code>{shortDigest(blob.digest)}</code>
    </p>
  ));
}
