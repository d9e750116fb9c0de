/* SPDX-License-Identifier: Apache-2.0 */
import { ActionIcon } from '@mantine/core';
import type { StreamState } from '../api/eventStream';
import { GoToIcon, ToEndIcon, ToFirstIcon } from '../shell/icons';
import styles from './TimelineTools.module.css';

interface TimelineToolsProps {
  streamState: StreamState;
  onFirst: () => void;
  onGoTo: () => void;
  onEnd: () => void;
}

export function TimelineTools({ streamState, onFirst, onGoTo, onEnd }: TimelineToolsProps) {
  return (
    <>
      <span className={styles.state} data-state={streamState} data-testid="live-state" role="status">
        {streamState}
      </span>
      <ActionIcon variant="default" aria-label="To the first entry" title="To the first entry (Home)" data-testid="to-first" onClick={onFirst}>
        <ToFirstIcon />
      </ActionIcon>
      <ActionIcon variant="default" aria-label="Go to an entry" title="Go to an entry (g)" onClick={onGoTo}>
        <GoToIcon />
      </ActionIcon>
      <ActionIcon variant="default" aria-label="To the end" title="To the end, and follow (L)" data-testid="to-end" onClick={onEnd}>
        <ToEndIcon />
      </ActionIcon>
    </>
  );
}
