/* SPDX-License-Identifier: Apache-2.0 */
import { useQuery } from '@tanstack/react-query';
import { meQuery } from './api/queryClient';
import { LoginForm } from './shell/LoginForm';
import { Notice } from './shell/Notice';
import { Shell } from './shell/Shell';

/** The whole page: the login form until somebody is logged in, then the shell. */
export function App() {
  const me = useQuery(meQuery);
  if (me.data) return <Shell me={me.data} />;
  if (me.data === null) return <LoginForm />;
  if (me.isError) return <Notice title="The server does not answer" error={me.error} onRetry={() => void me.refetch()} />;
  return null;
}
