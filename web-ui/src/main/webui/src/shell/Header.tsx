/* SPDX-License-Identifier: Apache-2.0 */
import { ActionIcon, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { forgetLogin } from '../api/queryClient';
import type { Me } from '../api/types';
import { followLink } from '../routing/navigation';
import styles from './Header.module.css';
import { HelpIcon, LogoMark, LogoutIcon, SchemeIcon } from './icons';

const NEXT_SCHEME: Record<MantineColorScheme, MantineColorScheme> = { auto: 'light', light: 'dark', dark: 'auto' };

interface HeaderProps {
  me: Me;
  /** On the list alone the product's name is the heading of the page. */
  isHome: boolean;
  onHelp: () => void;
}

export function Header({ me, isHome, onHelp }: HeaderProps) {
  const Brand = isHome ? 'h1' : 'div';
  const client = useQueryClient();
  const logout = useMutation({ mutationFn: api.logout, onSuccess: () => forgetLogin(client) });
  // Without keepTransitions a style element would be added, which the content security policy blocks.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const schemeLabel = `Colours: ${colorScheme === 'auto' ? 'as the system' : colorScheme}`;
  return (
    <header className={styles.header}>
      <Brand className={styles.brand}>
        <a href="/" onClick={followLink}>
          <LogoMark />
          Plimsoll
        </a>
      </Brand>
      <span className={styles.tenant} title={`Tenant ${me.tenant}, key ${me.key.label} (${me.roles.join(', ')})`}>
        {me.tenant}
      </span>
      <ActionIcon variant="subtle" color="gray" aria-label={schemeLabel} title={schemeLabel} onClick={() => setColorScheme(NEXT_SCHEME[colorScheme])}>
        <SchemeIcon />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" onClick={onHelp}>
        <HelpIcon />
      </ActionIcon>
      <ActionIcon variant="subtle" color="gray" aria-label="Log out" title="Log out" loading={logout.isPending} onClick={() => logout.mutate()}>
        <LogoutIcon />
      </ActionIcon>
    </header>
  );
}
