/* SPDX-License-Identifier: Apache-2.0 */
import type { Row } from '../api/types';

/** The seq of the last row, or 0 (before every entry). */
export const lastOf = (rows: readonly Row[]): number => rows.at(-1)?.seq ?? 0;

/** The asked seq if it is there, else the closest below it, else the first. */
export function nearest(rows: readonly Row[], seq: number): number | null {
  const below = rows.findLast((row) => row.seq <= seq);
  return below?.seq ?? rows[0]?.seq ?? null;
}
