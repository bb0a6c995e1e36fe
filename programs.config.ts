import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Builds the programs that are run by npm and not shipped: what fills an office, and what measures one. */
export default defineConfig({
  root,
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out/programs',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        seed: resolve(root, 'src-main/seed/main.ts'),
        prepare: resolve(root, 'tests/bench/prepare.ts'),
        accounts: resolve(root, 'tests/bench/accounts.ts'),
        'sign-ups': resolve(root, 'tests/bench/sign-ups.ts'),
        'new-office': resolve(root, 'tests/bench/new-office.ts'),
        door: resolve(root, 'tests/bench/door.ts'),
        'reader.thread': resolve(root, 'src-main/store/readers/reader.thread.ts'),
        'strength.thread': resolve(root, 'src-main/features/passwords/strength.thread.ts'),
      },
    },
  },
});
