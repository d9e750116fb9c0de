/* SPDX-License-Identifier: Apache-2.0 */
import { formatBytes, formatCount } from '../format/numbers';
import styles from './Footer.module.css';
import { usePageWeight, useTimelineVitals } from './vitals';

/** The page's own health: it is left open for whole days. */
export function Footer() {
  const weight = usePageWeight();
  const timeline = useTimelineVitals();
  return (
    <footer className={styles.footer}>
      <span>{formatCount(weight.elements)} elements</span>
      {weight.heapBytes !== null && <span>{formatBytes(weight.heapBytes)} heap</span>}
      {timeline && <span>{formatCount(timeline.rows)} rows held</span>}
      {timeline && <span>stream {timeline.behind === 0 ? 'up to date' : `${formatCount(timeline.behind)} behind`}</span>}
    </footer>
  );
}
