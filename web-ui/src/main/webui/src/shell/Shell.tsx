/* SPDX-License-Identifier: Apache-2.0 */
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import type { Me } from '../api/types';
import { useRoute } from '../routing/navigation';
import { NO_FILTER } from '../sessions/SessionFilters';
import { SessionList } from '../sessions/SessionList';
import { SessionView } from '../timeline/SessionView';
import { Footer } from './Footer';
import { Header } from './Header';
import { HelpDialog } from './HelpDialog';
import { Notice } from './Notice';
import styles from './Shell.module.css';
import { useKeys } from './useKeys';

/** Header, session list, the chosen session, footer. On narrow screens the list and the session share one column. */
export function Shell({ me }: { me: Me }) {
  const { route, visit } = useRoute();
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const [helpOpen, setHelpOpen] = useState(false);
  // Kept here, for on narrow screens the list goes away while a session is read.
  const [filter, setFilter] = useState(NO_FILTER);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  useKeys(useMemo(() => ({ '?': openHelp }), [openHelp]));

  const chosen = route.page === 'session' ? route.id : null;
  const listAlone = isNarrow && route.page === 'sessions';
  return (
    <div className={styles.shell}>
      <Header me={me} isHome={route.page === 'sessions'} onHelp={openHelp} />
      <div className={styles.columns}>
        {!isNarrow && <SessionList chosen={chosen} filter={filter} onFilter={setFilter} />}
        {listAlone ? (
          <main className={styles.main}>
            <SessionList chosen={null} filter={filter} onFilter={setFilter} />
          </main>
        ) : (
          <main className={styles.main}>
            {route.page === 'session' && <SessionView key={route.id} id={route.id} seq={route.seq} visit={visit} />}
            {route.page === 'sessions' && <Notice title="No session chosen" text="Choose one from the list to read its timeline." />}
            {route.page === 'unknown' && <Notice title="Nothing is at this address" />}
          </main>
        )}
      </div>
      <Footer />
      <HelpDialog opened={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
