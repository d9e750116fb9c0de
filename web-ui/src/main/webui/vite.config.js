/* SPDX-License-Identifier: Apache-2.0 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the server; the built page always talks to its own origin. */
const server = process.env.PLIMSOLL_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    outDir: process.env.UI_OUT ?? 'dist',
    // Hashed files of an earlier build must not pile up in the jar.
    emptyOutDir: true,
    // The page runs under a strict content security policy: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': server, '/v1': server },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
  },
});
