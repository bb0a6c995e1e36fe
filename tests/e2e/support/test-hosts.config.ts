import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** Builds the hosts that the end-to-end tests start: as they ship, but with a clock that the test moves. */
export default defineConfig({
  root: here,
  build: {
    ssr: true,
    target: 'node24',
    outDir: resolve(here, '../../../out/test'),
    emptyOutDir: true,
    rollupOptions: { input: { 'test-browser-host': resolve(here, 'test-browser-host.ts') } },
  },
});
