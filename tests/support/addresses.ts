import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const APP = fileURLToPath(new URL('../../src/ui/app/', import.meta.url));

/** What one file of routes says: an address of its own, and what lies below it in the same layout. */
function addressesIn(file: string): string[] {
  const source = readFileSync(`${APP}${file}`, 'utf8');
  const routes = [
    ...source.matchAll(/createRoute\(\{\s*getParentRoute: (\w+),\s*path: '([^']+)'/g),
  ].map(([, parent = '', path = '']) => ({ parent, path }));
  if (routes.length !== (source.match(/createRoute\(\{/g)?.length ?? 0)) {
    throw new Error(`${file} has a route that is written in another way.`);
  }
  const layout = routes.find(({ parent }) => parent === 'root')?.path ?? '';
  return routes.map(({ parent, path }) => {
    if (parent === 'root') return path;
    return path === '/' ? layout : layout + path;
  });
}

/** Every address the program has, with the names of its ids, read from the router itself. */
export function everyRoute(): string[] {
  const files = readdirSync(APP).filter((name) => /rout(er|es)\.tsx$/.test(name));
  return [...new Set(files.flatMap(addressesIn))];
}
