import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { libraryList } from './scripts/library-list-plugin.ts';
import { localeTexts } from './scripts/locale-texts-plugin.ts';
import { mantineCss } from './scripts/mantine-css-plugin.ts';
import { stillDoor } from './scripts/still-door-plugin.ts';
import { themeCss } from './src/ui/app/theme/theme-css-plugin.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Each becomes out/main/<name>.js; workers are started by the vault process from there. */
const mainEntries = {
  main: at('electron/main.ts'),
  'vault-process': at('electron/vault-process.ts'),
  'typeset-worker': at('src/typesetting/typeset-worker.ts'),
};

// Both runtimes must understand the output: Electron 45, and Electron 33 in the tests.
const NODE_TARGET = 'node20.18';
const CHROMIUM_TARGET = 'chrome130';

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      target: NODE_TARGET,
      // Read and compiled anew at each start: half the bytes are half the time.
      minify: true,
      // Small and needed before the first window: bundled they cost fewer file reads.
      externalizeDeps: {
        exclude: ['fflate', 'i18next', 'kysely', 'papaparse', 'write-excel-file', 'zod'],
      },
      rolldownOptions: {
        input: mainEntries,
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      target: NODE_TARGET,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        // A sandboxed preload is not a module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/ui'),
    plugins: [
      react(),
      mantineCss(at('src/ui')),
      themeCss(),
      localeTexts(at('locales')),
      libraryList(at('package-lock.json')),
      stillDoor(at('src/ui'), at('locales')),
    ],
    build: {
      outDir: at('out/renderer'),
      target: CHROMIUM_TARGET,
      minify: true,
      // Fonts as files: the content policy allows no data: addresses for them.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: at('src/ui/index.html'),
        preserveEntrySignatures: 'allow-extension',
      },
    },
  },
});
