import type { CalendarDate } from '../dates/calendar-date.ts';
import { transliterate } from '../names/transliterate.ts';
import { criterionOf } from './migrant-association.ts';
import { isUnverified, type OrganisationDetails } from './organisation.ts';

export interface OrganisationFilter {
  /** Words that all must begin a word of the entry, in any spelling of case and accents. */
  text: string;
  kind?: string | undefined;
  service?: string | undefined;
  language?: string | undefined;
  place?: string | undefined;
  onlyUnverified?: boolean | undefined;
  /** Those that are of migrants by the criterion. */
  onlyOfMigrants?: boolean | undefined;
  /** A country or a region an association is of. */
  community?: string | undefined;
}

type Entry = OrganisationDetails & { verifiedOn?: CalendarDate | undefined };

/** Its words in plain Latin letters; marks that join split no word. */
const fold = (text: string) =>
  transliterate(text)
    .replace(/[-‐‑.'’ʼ]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

function wordsOf(entry: Entry): string[] {
  const people = entry.contacts.flatMap(({ name, role }) => [name, role]);
  const texts = [entry.name, entry.office, entry.place, entry.address, ...people];
  return texts.flatMap((text) => (text ? fold(text) : []));
}

function hasWords(entry: Entry, text: string): boolean {
  const asked = fold(text);
  if (asked.length === 0) return true;
  const words = wordsOf(entry);
  return asked.every((start) => words.some((word) => word.startsWith(start)));
}

const samePlace = (a: string, b: string) => fold(a).join(' ') === fold(b).join(' ');

const isOfMigrants = ({ association }: Entry) =>
  association !== undefined && criterionOf(association).outcome === 'included';

/** Entries that answer every part of the filter, in the order given. */
export function findOrganisations<T extends Entry>(
  entries: readonly T[],
  filter: OrganisationFilter,
  on: CalendarDate,
): T[] {
  const { kind, service, language, place, onlyUnverified, onlyOfMigrants, community } = filter;
  return entries.filter(
    (entry) =>
      (!kind || entry.kind === kind) &&
      (!service || entry.services.includes(service)) &&
      (!language || entry.languages.includes(language)) &&
      (!place || samePlace(entry.place ?? '', place)) &&
      (!onlyUnverified || isUnverified(entry.verifiedOn, on)) &&
      (!onlyOfMigrants || isOfMigrants(entry)) &&
      (!community || Boolean(entry.association?.communities.includes(community))) &&
      hasWords(entry, filter.text),
  );
}
