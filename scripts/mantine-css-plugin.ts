import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const id = 'virtual:mantine-used.css';

/** Components that a source file takes from the package. */
const IMPORTED = /import\s*\{([^}]*)\}\s*from\s*'@mantine\/core'/g;
const RELATIVE = /from\s*"(\.[^"]+)"/g;

function importedBy(folder: string): Set<string> {
  const names = new Set<string>();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile() && /\.tsx?$/.test(one.name))) {
    const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, list = ''] of source.matchAll(IMPORTED)) {
      for (const name of list.split(',')) names.add(name.trim());
    }
  }
  return names;
}

/** Names of the style sheets that the modules behind these components refer to. */
function sheetsBehind(entries: string[]): Set<string> {
  const seen = new Set<string>();
  const sheets = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file)) continue;
    seen.add(file);
    if (file.endsWith('.module.mjs')) sheets.add(basename(file, '.module.mjs'));
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(RELATIVE)) {
      waiting.push(resolve(dirname(file), target));
    }
  }
  return sheets;
}

const FOR_DARK = /\[data-mantine-color-scheme=['"]?dark['"]?\]/;

/** The package's own dark rules: here the colours change and the scheme stays (docs/decisions/0023). */
function withoutDarkRules(sheet: string): string {
  return sheet.replaceAll(/([^{}]+)\{[^{}]*\}/g, (rule, selectors: string) =>
    selectors.split(',').every((one) => FOR_DARK.test(one)) ? '' : rule,
  );
}

/** The sheets of the components that `folder` uses, in the order in which the package joins them. */
export function usedMantineCss(folder: string): string {
  const packageDir = dirname(fileURLToPath(import.meta.resolve('@mantine/core/styles.css')));
  const whole = readFileSync(join(packageDir, 'styles.css'), 'utf8');
  const entries = [...importedBy(folder), 'Notification'].map((name) =>
    join(packageDir, 'esm/components', name, `${name}.mjs`),
  );
  const sheets = ['baseline', 'global', ...sheetsBehind(entries)]
    .map((name) => readFileSync(join(packageDir, 'styles', `${name}.css`), 'utf8').trim())
    .filter((sheet) => sheet !== '');
  const place = (sheet: string) => whole.indexOf(sheet.slice(0, 120));
  return withoutDarkRules(sheets.sort((a, b) => place(a) - place(b)).join('\n'));
}

/**
 * Mantine's whole style sheet is 300 KB, of which the page uses a part; what is not there does not have to be
 * read and matched before the first paint. Which components are used is found in the sources at each build,
 * so that no list can be forgotten.
 */
export function mantineCss(uiDir: string): Plugin {
  return {
    name: 'approdo-mantine-css',
    resolveId: (source) => (source === id ? id : undefined),
    load: (source) => (source === id ? usedMantineCss(uiDir) : undefined),
  };
}
