/* SPDX-License-Identifier: Apache-2.0 */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client';
import { paths } from '../api/paths';
import type { Blob } from '../api/types';
import { formatBytes, formatCount } from '../format/numbers';
import styles from './BlobDetails.module.css';
import { BoundedText, SHOWN_CHARS } from './BoundedText';

const TEXTUAL = /^(text\/|application\/(json|xml|x-ndjson|yaml|javascript))|\+(json|xml)$/;

/** An attachment: what it is, its beginning when it is text, and the download. Images are never drawn. */
export function BlobDetails({ session, blob }: { session: string; blob: Blob }) {
  const head = useMutation({ mutationFn: () => api.blobHead(session, blob.digest, SHOWN_CHARS), gcTime: 0 });
  const isText = TEXTUAL.test(blob.mediaType ?? '');
  return (
    <>
      <p className={styles.line}>
        <span title={`${formatCount(blob.bytes)} bytes`}>{formatBytes(blob.bytes)}</span>
        <code className={styles.digest}>{blob.digest}</code>
      </p>
      <p className={styles.line}>
        {isText && head.data === undefined && (
          <Button variant="default" size="xs" loading={head.isPending} onClick={() => head.mutate()}>
            Show text
          </Button>
        )}
        <Button component="a" href={paths.blob(session, blob.digest)} download rel="noopener" variant="default" size="xs">
          Download
        </Button>
      </p>
      {head.error && <p role="alert">{head.error.message}</p>}
      {head.data && <BoundedText text={head.data.text} fileName={blob.digest} />}
      {head.data && !head.data.complete && (
        <p className={styles.line}>This is the beginning; the download has everything.</p>
      )}
    </>
  );
}
