import type { PersonName } from './person-name.ts';

/** The spelling offices know: the permit's, else the one on other papers, else the first. */
export function officialName(names: readonly PersonName[]): PersonName {
  const name =
    names.find(({ kind }) => kind === 'permit') ??
    names.find(({ kind, script }) => kind === 'legal' && script === 'latin') ??
    names[0];
  if (!name) throw new Error('a person has a name');
  return name;
}
