/* SPDX-License-Identifier: Apache-2.0 */
import { formatBytes, formatCount } from '../format/numbers';
import styles from './LoadBar.module.css';

/** The cap of a session's live state. */
export const STATE_CAP_BYTES = 500_000;

function level(share: number): 'calm' | 'high' | 'full' {
  if (share >= 0.95) return 'full';
  return share >= 0.8 ? 'high' : 'calm';
}

/** How deep a session lies in the water: the size of its live state against the cap. */
export function LoadBar({ bytes }: { bytes: number }) {
  const share = Math.min(1, bytes / STATE_CAP_BYTES);
  const label = `Live state: ${formatCount(bytes)} of ${formatCount(STATE_CAP_BYTES)} bytes`;
  return (
    <span className={styles.load} title={label}>
      <span
        className={styles.bar}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={STATE_CAP_BYTES}
        aria-valuenow={Math.min(bytes, STATE_CAP_BYTES)}
      >
        <span className={styles.fill} data-level={level(share)} style={{ width: `${share * 100}%` }} />
      </span>
      <span className={styles.number}>{formatBytes(bytes)}</span>
    </span>
  );
}
