/* SPDX-License-Identifier: Apache-2.0 */
import { Kbd, Modal } from '@mantine/core';
import styles from './HelpDialog.module.css';

const SHORTCUTS: ReadonlyArray<[string, string]> = [
  ['j', 'Next entry'],
  ['k', 'Previous entry'],
  ['o', 'Open the current entry'],
  ['g', 'Go to an entry by its number'],
  ['L', 'To the end, and follow live'],
  ['Home', 'To the first entry'],
  ['?', 'This help'],
];

export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keyboard" size="sm" closeButtonProps={{ 'aria-label': 'Close' }}>
      <dl className={styles.keys}>
        {SHORTCUTS.map(([key, meaning]) => (
          <div key={key} className={styles.key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
