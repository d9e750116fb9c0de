/* SPDX-License-Identifier: Apache-2.0 */
import { Button } from '@mantine/core';
import styles from './Notice.module.css';

interface NoticeProps {
  title: string;
  text?: string;
  error?: Error | null;
  onRetry?: () => void;
}

/** A quiet message in the middle of an area: nothing here, not found, or a failure with a way on. */
export function Notice({ title, text, error, onRetry }: NoticeProps) {
  return (
    <div className={styles.notice} role={error ? 'alert' : undefined}>
      <h2 className={styles.title}>{title}</h2>
      {(text ?? error?.message) && <p className={styles.text}>{text ?? error?.message}</p>}
      {onRetry && (
        <Button variant="default" size="sm" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
