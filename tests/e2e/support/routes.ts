import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './launch.ts';

/** Things of the register that addresses name. */
export interface Named {
  personId: string;
  otherId: string;
  planId: string;
  assessmentId: string;
  organisationId: string;
  sessionId: string;
  programmeId: string;
  enrolmentId: string;
  releaseId: string;
  topicId: string;
}

/** Every address the program has, read from the router itself, with these ids in them. */
export function everyAddress(named: Named): string[] {
  const router = ['router.tsx', 'person-routes.tsx']
    .map((file) => readFileSync(join(projectDir, 'src/ui/app', file), 'utf8'))
    .join('\n');
  const routes = [
    ...router.matchAll(/createRoute\(\{\s*getParentRoute: (root|person),\s*path: '([^']+)'/g),
  ];
  if (routes.length !== router.match(/createRoute\(\{/g)?.length) {
    throw new Error('The router has a route that is written in another way.');
  }
  const paths = routes.map(([, parent, path = '']) =>
    parent === 'person' ? `/people/$personId${path === '/' ? '' : path}` : path,
  );
  return [...new Set(paths)].map((path) =>
    path.replace(/\$(\w+)/g, (_, name: string) => {
      const id = named[name as keyof Named];
      if (!id) throw new Error(`no ${name} for ${path}`);
      return id;
    }),
  );
}
