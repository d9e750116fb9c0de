/* SPDX-License-Identifier: Apache-2.0 */
import { clipText } from '../../format/text';
import styles from './PreviewText.module.css';
import { useRowActions } from './TimelineActions';

interface PreviewTextProps {
  seq: number;
  text: string;
  /** The server cut the text already. */
  truncated: boolean;
  maxLines: number;
  maxChars: number;
  code?: boolean;
}

/** The beginning of a hostile text, as plain text; the whole is one click away. */
export function PreviewText({ seq, text, truncated, maxLines, maxChars, code = false }: PreviewTextProps) {
  const { open } = useRowActions();
  const preview = clipText(text, maxLines, maxChars);
  return (
    <div className={code ? styles.code : styles.text} dir="auto">
      {preview.text}
      {(preview.clipped || truncated) && (
        <>
          {'… '}
          <button type="button" className={styles.more} onClick={() => open(seq)}>
            Show all
          </button>
        </>
      )}
    </div>
  );
}
