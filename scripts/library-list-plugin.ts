import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ID = 'virtual:libraries';

interface LockedPackage {
  version?: string;
  license?: string;
  dependencies?: Record<string, string>;
}

interface Lock {
  packages: Record<string, LockedPackage>;
}

/** Built into the page, and therefore no dependency of the program when it runs. */
const BUILT_IN = [
  '@fontsource-variable/noto-sans-arabic',
  '@fontsource-variable/noto-sans-bengali',
  '@fontsource-variable/noto-sans-ethiopic',
  '@fontsource-variable/source-sans-3',
  '@mantine/core',
  '@mantine/hooks',
  '@mantine/notifications',
  '@tabler/icons-react',
  '@tanstack/react-query',
  '@tanstack/react-router',
  'electron',
  'react',
  'react-dom',
  'react-i18next',
];

/** What comes with the program: what it depends on and all behind that, from the lock file. */
export function shippedLibraries(lockFile: string) {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as Lock;
  const found = new Map<string, { name: string; version: string; licence: string }>();
  const visit = (name: string) => {
    const known = packages[`node_modules/${name}`];
    if (!known || found.has(name)) return;
    found.set(name, { name, version: known.version ?? '', licence: known.license ?? '' });
    // Electron is one file; what its package depends on only fetches it.
    if (name === 'electron') return;
    for (const one of Object.keys(known.dependencies ?? {})) visit(one);
  };
  for (const name of [...Object.keys(packages['']?.dependencies ?? {}), ...BUILT_IN]) visit(name);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** `virtual:libraries`: name, version and licence of everything that comes with the program. */
export function libraryList(lockFile: string): Plugin {
  return {
    name: 'approdo-library-list',
    resolveId: (source) => (source === ID ? source : undefined),
    load: (source) =>
      source === ID
        ? `export const libraries = ${JSON.stringify(shippedLibraries(lockFile))};`
        : undefined,
  };
}
