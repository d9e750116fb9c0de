/* SPDX-License-Identifier: Apache-2.0 */
import { createContext, useContext } from 'react';

/** What a row can do, given from above so that rows stay cheap to draw. */
export interface RowActions {
  /** The permanent link of an entry. */
  address: (seq: number) => string;
  /** Shows an entry whole. */
  open: (seq: number) => void;
}

export const TimelineActions = createContext<RowActions | null>(null);

export function useRowActions(): RowActions {
  const actions = useContext(TimelineActions);
  if (actions === null) throw new Error('Expected a row inside of TimelineActions, but there is none around it');
  return actions;
}
