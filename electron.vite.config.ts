import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const here = import.meta.dirname;

/**
 * electron-vite insists on the base './', with which a page served at a deeper address
 * such as /staff/new would ask for its scripts at /staff/assets.
 */
const absoluteBase: Plugin = { name: 'absolute-base', enforce: 'post', config: () => ({ base: '/' }) };

/**
 * The page asks for what it starts with at once, and not only when its first script has run: that script loads the
 * rest by a dynamic import, of which Vite writes no hint into the page.
 */
const preloadsTheStart: Plugin = {
  name: 'preloads-the-start',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const start = chunks.find(({ name, isDynamicEntry }) => isDynamicEntry && name === 'start');
      if (!start) throw new Error('The chunk of src-renderer/app/start.tsx is not there to be preloaded.');
      const files = [start.fileName, ...start.imports];
      return files.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}`, nonce: '%STYLE_NONCE%' },
        injectTo: 'head',
      }));
    },
  },
};

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // In one file they are loaded twice as fast as from their hundreds, which is half of a start.
      externalizeDeps: { exclude: ['reflect-metadata', 'typeorm', 'zod'] },
      rollupOptions: {
        input: {
          desktop: resolve(here, 'src-main/hosts/desktop/main.ts'),
          browser: resolve(here, 'src-main/hosts/browser/start.ts'),
          'reader.thread': resolve(here, 'src-main/store/readers/reader.thread.ts'),
          'strength.thread': resolve(here, 'src-main/features/passwords/strength.thread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve(here, 'src-main/hosts/desktop/preload.ts') },
        // A sandboxed preload is loaded as one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), absoluteBase, preloadsTheStart],
    // The hosts replace this placeholder by a fresh nonce in every page they serve.
    html: { cspNonce: '%STYLE_NONCE%' },
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The content security policy allows no data: URLs.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(here, 'src-renderer/index.html') } },
    },
  },
});
