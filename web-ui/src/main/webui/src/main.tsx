/* SPDX-License-Identifier: Apache-2.0 */
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './theme/components.css';
import './theme/tokens.css';
import './theme/page.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { createQueryClient } from './api/queryClient';
import { redeemAddressToken, watchAddressToken } from './shell/addressToken';
import { theme } from './theme/theme';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id "root", but the document has none');

const queryClient = createQueryClient();
watchAddressToken(queryClient);

// The token of the address is spent before anything asks who is logged in.
void redeemAddressToken(queryClient).then(() => {
  createRoot(root).render(
    <StrictMode>
      {/* Variables and classes come from style sheets: the content security policy allows no style element. */}
      <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
        <QueryClientProvider client={queryClient}>
          <App />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
});
