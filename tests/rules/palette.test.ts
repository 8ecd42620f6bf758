import { expect, test } from 'vitest';
import { parts, places } from '#ui/features/palette/places.ts';
import { projectFiles } from './source-files.ts';

/** Addresses without ids, as the router writes them. */
function pathsIn(file: string): string[] {
  const [source] = projectFiles('src/ui/app').filter(({ path }) => path.endsWith(`/${file}`));
  return [...(source?.text.matchAll(/path: '([^']+)'/g) ?? [])].map(([, path = '']) => path);
}

test('every page without an id in its address can be gone to by typing its name', () => {
  const pages = pathsIn('router.tsx').filter((path) => !path.includes('$'));
  expect(pages.length).toBeGreaterThan(15);
  expect(places.map(({ to }) => to as string).sort()).toEqual(pages.sort());
});

test('every part of a case file, too', () => {
  const [file = '', ...inside] = pathsIn('person-routes.tsx');
  const paths = inside
    .filter((path) => !path.includes('$'))
    .map((path) => (path === '/' ? file : file + path));
  // What is done with a file and not read in it has its button there.
  const asked = paths.filter((path) => !path.endsWith('/privacy'));
  expect(parts.map(({ to }) => to as string).sort()).toEqual(asked.sort());
});
