import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../../..');

/** Builds what is measured in its own process: the application as it ships, and what fills and asks it. */
export default defineConfig({
  root,
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out/bench-build',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        prepare: resolve(root, 'tests/bench/prepare.ts'),
        door: resolve(root, 'tests/bench/door.ts'),
        'reader.thread': resolve(root, 'src-main/store/readers/reader.thread.ts'),
        'strength.thread': resolve(root, 'src-main/features/passwords/strength.thread.ts'),
      },
    },
  },
});
