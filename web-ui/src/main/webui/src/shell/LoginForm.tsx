/* SPDX-License-Identifier: Apache-2.0 */
import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client';
import { isProblem } from '../api/problem';
import { meQuery } from '../api/queryClient';
import { loginProblemKey } from './addressToken';
import { LogoMark } from './icons';
import styles from './LoginForm.module.css';

function explain(error: Error, byAddress: boolean): string {
  if (!isProblem(error, 401)) return error.message;
  return byAddress ? 'This address was used before or has expired.' : 'This key is not known, or it was revoked.';
}

/** Asks for an API key; the usual way in is the address that the server prints. */
export function LoginForm() {
  const client = useQueryClient();
  const [key, setKey] = useState('');
  const addressProblem = useQuery<Error | null>({ queryKey: loginProblemKey, enabled: false }).data ?? null;
  const login = useMutation({
    mutationFn: () => api.login({ key: key.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (key.trim() !== '') login.mutate();
  }

  const problem = login.error ?? addressProblem;
  return (
    <main className={styles.page}>
      <form className={styles.form} data-testid="login-form" onSubmit={submit}>
        <h1 className={styles.title}>
          <LogoMark size={28} />
          Plimsoll
        </h1>
        <PasswordInput
          label="API key"
          name="key"
          autoComplete="off"
          size="md"
          data-autofocus
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={problem === null ? null : explain(problem, login.error === null)}
        />
        <Button type="submit" fullWidth size="md" loading={login.isPending} disabled={key.trim() === ''}>
          Log in
        </Button>
        <p className={styles.hint}>
          Or open a fresh page address: <code>./plimsoll status</code> prints one.
        </p>
      </form>
    </main>
  );
}
