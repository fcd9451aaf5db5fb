// SPDX-License-Identifier: EUPL-1.2
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const server = process.env['KONTOR_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // What every page shares comes as one file, the forms of records as another; pages, map and graph stay apart.
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              priority: 2,
              test: /node_modules\/(svelte|esm-env|clsx)|src\/(lib|api|components\/(?!map|graph|record_form|partner))/,
            },
            { name: 'forms', priority: 1, test: /src\/components\/record_form/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server } },
  preview: { proxy: { '/api': server } },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
