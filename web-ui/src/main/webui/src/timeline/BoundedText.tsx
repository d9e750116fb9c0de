/* SPDX-License-Identifier: Apache-2.0 */
import { Button } from '@mantine/core';
import { clipText } from '../format/text';
import { formatCount } from '../format/numbers';
import styles from './BoundedText.module.css';

/** More than this in one element makes browsers slow. */
export const SHOWN_CHARS = 256 * 1024;

function download(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold on the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

interface BoundedTextProps {
  text: string;
  fileName: string;
  /** Prose is set in the font of the page, everything else in a fixed width. */
  prose?: boolean;
}

/** A text as it is, up to a bound; beyond it the rest is a download. */
export function BoundedText({ text, fileName, prose = false }: BoundedTextProps) {
  const shown = clipText(text, Number.POSITIVE_INFINITY, SHOWN_CHARS);
  return (
    <>
      <pre className={prose ? styles.prose : styles.text} dir="auto" tabIndex={0}>
        {shown.text}
      </pre>
      {shown.clipped && (
        <p className={styles.more}>
          The first {formatCount(shown.text.length)} of {formatCount(text.length)} characters.
          <Button variant="default" size="xs" onClick={() => download(text, fileName)}>
            Download all
          </Button>
        </p>
      )}
    </>
  );
}
