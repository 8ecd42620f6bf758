import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { shortText } from '../text.ts';
import { scripts } from './script.ts';

export const nameKinds = ['permit', 'legal', 'used', 'alias', 'birth', 'mother', 'father'] as const;
export type NameKind = (typeof nameKinds)[number];

/** Where the spelling was read; `told` is the person's word. Offices ask on which paper it stands. */
export const nameSources = [
  'permit',
  'passport',
  'identityCard',
  'birthCertificate',
  'courtAct',
  'otherPaper',
  'told',
] as const;

/** One spelling of a person's name. A person has one or more; the first is the one shown. */
export const personName = z
  .strictObject({
    kind: z.enum(nameKinds),
    script: z.enum(scripts),
    given: shortText(120),
    family: shortText(120),
    /** Latin spelling of a name in another script, as the office writes it. */
    transliteration: shortText(240).optional(),
    source: z.enum(nameSources).optional(),
    /** A name changes with a marriage, a court's act, a corrected permit; the former one still finds its papers. */
    fromOn: calendarDate.optional(),
    toOn: calendarDate.optional(),
  })
  .refine((name) => name.given !== '' || name.family !== '', {
    message: 'a given or a family name is needed',
    path: ['family'],
  })
  .refine(({ fromOn, toOn }) => !fromOn || !toOn || fromOn <= toOn, {
    message: 'ends before it begins',
    path: ['toOn'],
  });

export type PersonName = z.infer<typeof personName>;

/** Offices of some countries tell people apart by a parent's name; it is not a name of the person. */
export function isOwnName({ kind }: Pick<PersonName, 'kind'>): boolean {
  return kind !== 'mother' && kind !== 'father';
}

/** Given name first, as people say it. */
export function spokenName(name: Pick<PersonName, 'given' | 'family'>): string {
  return [name.given, name.family].filter(Boolean).join(' ');
}

/** Family name first, as lists and offices write it. */
export function listedName(name: Pick<PersonName, 'given' | 'family'>): string {
  return [name.family, name.given].filter(Boolean).join(' ');
}

export function initialsOf(name: Pick<PersonName, 'given' | 'family'>): string {
  return [name.given, name.family]
    .flatMap((part) => part.split(/[\s-]+/u))
    .filter(Boolean)
    .map((word) => `${[...word][0]?.toLocaleUpperCase('it') ?? ''}.`)
    .join(' ');
}
