import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  path: string;
  text: string;
}

/** Files of the project by pattern, as git knows them, including new ones that are not ignored. */
export function projectFiles(...patterns: string[]): SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', ...patterns],
    { cwd: root, encoding: 'utf8' },
  );
  return [...new Set(listed.split('\0').filter(Boolean))].sort().flatMap((path) => {
    try {
      return [{ path, text: readFileSync(`${root}${path}`, 'utf8') }];
    } catch {
      // Deleted in the work tree but still known to git.
      return [];
    }
  });
}
