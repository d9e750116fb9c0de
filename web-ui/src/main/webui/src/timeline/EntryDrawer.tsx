/* SPDX-License-Identifier: Apache-2.0 */
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { Notice } from '../shell/Notice';
import { EntryDetails } from './EntryDetails';

interface EntryDrawerProps {
  session: string;
  seq: number | null;
  onClose: () => void;
}

/** One entry whole, beside the timeline. It is forgotten on closing, for it may be large. */
export function EntryDrawer({ session, seq, onClose }: EntryDrawerProps) {
  return (
    <Drawer
      opened={seq !== null}
      onClose={onClose}
      position="right"
      size="min(760px, 100vw)"
      title={seq === null ? 'Entry' : `Entry #${seq}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {seq !== null && <LoadedEntry session={session} seq={seq} />}
    </Drawer>
  );
}

function LoadedEntry({ session, seq }: { session: string; seq: number }) {
  const entry = useQuery({
    queryKey: ['entry', session, seq],
    queryFn: ({ signal }) => api.entry(session, seq, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (entry.data) return <EntryDetails session={session} row={entry.data} />;
  if (entry.isError) return <Notice title="The entry could not be read" error={entry.error} onRetry={() => void entry.refetch()} />;
  return null;
}
