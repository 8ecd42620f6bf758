import type { SourceChange } from './changed-tree.ts';

export interface Protection {
  name: string;
  changes: SourceChange[];
  /** The file or folder that must turn red, and the tests in it where it is long. */
  noticedBy: { file: string; named?: string };
}

export function one(
  name: string,
  [file, from, to]: [file: string, from: string, to: string],
  noticedBy: string,
  named?: string,
): Protection {
  const by = named === undefined ? { file: noticedBy } : { file: noticedBy, named };
  return { name, changes: [{ file, from, to }], noticedBy: by };
}
