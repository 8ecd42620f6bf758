import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './source-files.ts';

const folders: Record<string, string> = {
  '#ui/': 'src/ui/',
  '#domain/': 'src/domain/',
  '#api/': 'src/api/',
  '#core/': 'src/core/',
};

function fileOf(specifier: string, importer: string): string | undefined {
  const alias = Object.keys(folders).find((one) => specifier.startsWith(one));
  if (alias) return join(root, `${folders[alias]}${specifier.slice(alias.length)}`);
  return specifier.startsWith('.') ? join(dirname(importer), specifier) : undefined;
}

/** What a file needs before it can run: not what it reads later, and not its types. */
function neededBy(source: string): string[] {
  const imports = source.matchAll(
    /^(?:import|export)\s+(?!type\b)(?:([^;']*?)from\s+)?'([^']+)'/gm,
  );
  return [...imports].flatMap(([, names = '', specifier = '']) => {
    const listed = /^\{([^}]*)\}\s*$/
      .exec(names)?.[1]
      ?.split(',')
      .filter((name) => name.trim());
    const isTypesOnly = listed?.every((name) => name.trim().startsWith('type ')) ?? false;
    return isTypesOnly ? [] : [specifier];
  });
}

function packagesBehind(entry: string): Map<string, string> {
  const packages = new Map<string, string>();
  const seen = new Set<string>();
  const waiting = [join(root, entry)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !/\.tsx?$/.test(file) || !existsSync(file)) continue;
    seen.add(file);
    for (const specifier of neededBy(readFileSync(file, 'utf8'))) {
      const next = fileOf(specifier, file);
      if (next) waiting.push(next);
      else packages.set(specifier, file);
    }
  }
  return packages;
}

test('the door waits for neither schemas nor the pages behind it', () => {
  const packages = packagesBehind('src/ui/main.tsx');
  expect(packages.has('react-dom/client'), 'the walk finds what is there').toBe(true);
  for (const heavy of ['zod', '@tanstack/react-router', '@mantine/form', 'pdfjs-dist']) {
    expect(packages.get(heavy), heavy).toBeUndefined();
  }
});

test('the door that stands before its program waits for none', () => {
  const packages = packagesBehind('src/ui/start.ts');
  expect(packages.has('virtual:mantine-used.css'), 'the walk finds what is there').toBe(true);
  for (const heavy of ['react', 'react-dom/client', '@mantine/core', 'i18next']) {
    expect(packages.get(heavy), heavy).toBeUndefined();
  }
});

test('the window waits for no schemas', () => {
  const packages = packagesBehind('electron/main.ts');
  expect(packages.has('electron'), 'the walk finds what is there').toBe(true);
  expect(packages.get('zod')).toBeUndefined();
});
