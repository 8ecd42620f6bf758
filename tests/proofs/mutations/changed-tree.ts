import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../rules/source-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** One protection switched off: a piece of source that stands in its file exactly once, and what it becomes. */
export interface SourceChange {
  file: string;
  from: string;
  to: string;
}

/** What is read by its own path, as a link would lead back to the project it was made from. */
const COPIED = [
  'src',
  'tests',
  'electron',
  'scripts',
  'package.json',
  'tsconfig.json',
  'electron.vite.config.ts',
  'electron-builder.yml',
];

export function countOf(text: string, piece: string): number {
  return text.split(piece).length - 1;
}

/** A copy of the project with these changes, in a temporary folder; what no change touches is linked. */
export async function changedTree(...changes: SourceChange[]): Promise<string> {
  const tree = join(await temporaryFolder(), 'tree');
  await mkdir(tree);
  for (const name of await readdir(root)) {
    if (name.startsWith('.git') || name === 'out' || name === 'test-results') continue;
    if (COPIED.includes(name)) await cp(join(root, name), join(tree, name), { recursive: true });
    else await symlink(join(root, name), join(tree, name));
  }
  for (const { file, from, to } of changes) {
    const text = await readFile(join(tree, file), 'utf8');
    if (countOf(text, from) !== 1) throw new Error(`${file} does not have it once: ${from}`);
    await writeFile(
      join(tree, file),
      text.replace(from, () => to),
    );
  }
  return tree;
}
