/* SPDX-License-Identifier: Apache-2.0 */
import { QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { isProblem, ProblemError } from './problem';
import type { Me } from './types';

async function meOrNobody(): Promise<Me | null> {
  try {
    return await api.me();
  } catch (error) {
    if (isProblem(error, 401)) return null;
    throw error;
  }
}

/** Who is logged in; `null` for nobody. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: meOrNobody, staleTime: Number.POSITIVE_INFINITY });

/** A login that ended anywhere brings back the login form. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isProblem(error, 401)) forgetLogin(client);
      },
    }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && error instanceof ProblemError && error.isTransient,
      },
    },
  });
  return client;
}

export function forgetLogin(client: QueryClient): void {
  client.setQueryData(meQuery.queryKey, null);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== meQuery.queryKey[0] });
}
