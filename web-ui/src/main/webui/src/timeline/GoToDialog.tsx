/* SPDX-License-Identifier: Apache-2.0 */
import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatCount } from '../format/numbers';
import styles from './GoToDialog.module.css';

interface GoToDialogProps {
  opened: boolean;
  lastSeq: number;
  onClose: () => void;
  onGo: (seq: number) => void;
}

/** The number in `12431`, `#12431` or `12,431`; null for anything else. */
export function seqFromInput(text: string): number | null {
  const digits = text.replace(/[\s,#.]/g, '');
  if (!/^[0-9]{1,15}$/.test(digits)) return null;
  return Math.max(1, Number(digits));
}

export function GoToDialog({ opened, lastSeq, onClose, onGo }: GoToDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Go to an entry" size="xs" closeButtonProps={{ 'aria-label': 'Close' }}>
      <GoToForm
        lastSeq={lastSeq}
        onGo={(seq) => {
          onClose();
          onGo(seq);
        }}
      />
    </Modal>
  );
}

function GoToForm({ lastSeq, onGo }: Pick<GoToDialogProps, 'lastSeq' | 'onGo'>) {
  const [text, setText] = useState('');
  const seq = seqFromInput(text);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (seq !== null) onGo(Math.min(seq, Math.max(1, lastSeq)));
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label="Number"
        description={`1 to ${formatCount(lastSeq)}`}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={text !== '' && seq === null ? 'A number is expected' : null}
      />
      <Button type="submit" disabled={seq === null}>
        Go
      </Button>
    </form>
  );
}
