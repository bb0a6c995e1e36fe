import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
const clock = resolve(root, 'src-main/clock.ts');
const movableClock = resolve(import.meta.dirname, 'movable-clock.ts');

/** Whoever imports the application's clock gets the one that a test can move. */
function replaceClock(): Plugin {
  return {
    name: 'replace-clock',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (importer === movableClock) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return resolved?.id === clock ? movableClock : null;
    },
  };
}

/**
 * Builds the hosts that the end-to-end tests start: the entries that ship, except for their clock. They lie beside
 * `out/main`, so that they find the built page and the preload where the shipped ones find them.
 */
export default defineConfig({
  root,
  plugins: [replaceClock()],
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out/test',
    emptyOutDir: true,
    rollupOptions: {
      input: {
        browser: resolve(root, 'src-main/hosts/browser/start.ts'),
        desktop: resolve(root, 'src-main/hosts/desktop/main.ts'),
        'reader.thread': resolve(root, 'src-main/store/readers/reader.thread.ts'),
        'strength.thread': resolve(root, 'src-main/features/passwords/strength.thread.ts'),
      },
      output: { chunkFileNames: 'chunks/[name]-[hash].js' },
      external: ['electron'],
    },
  },
});
