import { dirname, resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { writeLicences } from './scripts/licences.mjs';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Puts the licences of what is bundled beside what is built. */
const licences = {
  name: 'licences',
  configResolved(config: { readonly build: { readonly outDir: string } }) {
    writeLicences(dirname(resolve(config.build.outDir)));
  },
};

/** Sentences, the library of articles and tables of characters are files of their own: no code, and counted apart (scripts/package/weigh.mjs). */
const WORDS = [
  { name: 'words', test: /\/shared\/text\/en\// },
  { name: 'tables', test: /\/iconv-lite\/encodings\/tables\// },
  { name: 'library', test: /\/resources\/[\w/-]+\.json$/ },
];

// Built for the older of the two runtimes in use (Electron 33: Node 20.18, Chromium 130), so that both run it.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      minify: true,
      externalizeDeps: { exclude: ['zod', 'postal-mime', 'pst-extractor'] },
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          engine: at('electron/engine/worker.ts'),
          lab: at('electron/cli/lab.ts'),
          mailmig: at('electron/cli/mailmig.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          codeSplitting: { groups: WORDS },
        },
      },
    },
  },
  preload: {
    plugins: [licences],
    build: {
      target: 'node20.18',
      rolldownOptions: {
        input: { bridge: at('electron/preload/bridge.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      target: 'chrome130',
      // Not the default here; half of start-up is parsing.
      minify: true,
      rolldownOptions: {
        input: { console: at('renderer/console.html'), wizard: at('renderer/wizard.html') },
      },
    },
  },
});
