import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleTest } from '#domain/programmes/eligibility-rule.ts';
import {
  type ProgrammeTemplate,
  programmeTemplate,
  rulesWithPlaces,
} from '#domain/programmes/programme-template.ts';
import { firstFault, placeOf, type TemplateFault } from '#domain/programmes/template-fault.ts';
import type { Vocabularies } from '#domain/vocabularies/vocabulary.ts';

/** What a template may name; of letters only whether there is one of that code matters. */
export interface KnownCodes {
  lists: Vocabularies;
  letters: ReadonlyMap<string, unknown>;
  /** Of the lists of funders, by id. */
  indicators: ReadonlyMap<string, unknown>;
}

/** Facts whose codes stand in a list. Cities are names, and sexes a list of the program itself. */
const LIST_OF_FACT: Partial<Record<string, keyof Vocabularies>> = {
  legalStatus: 'legalStatuses',
  receptionType: 'receptionTypes',
  employmentStatus: 'employmentStatuses',
  nationality: 'countries',
  residenceCountry: 'countries',
};

function codesIn(lists: Vocabularies, name: keyof Vocabularies): Set<string> {
  return new Set(lists[name].items.map((item) => ('code' in item ? item.code : item.alpha3)));
}

type Place = readonly (string | number)[];

interface UnknownCode {
  code: string;
  path: Place;
}

function codesOfRule(is: RuleTest, path: Place, lists: Vocabularies): UnknownCode[] {
  const list = is.test === 'codeIn' ? LIST_OF_FACT[is.fact] : undefined;
  if (is.test !== 'codeIn' || list === undefined) return [];
  const known = codesIn(lists, list);
  return is.codes
    .map((code, index) => ({ code, path: [...path, 'is', 'codes', index] }))
    .filter(({ code }) => !known.has(code));
}

function codesOfIndicators(
  template: ProgrammeTemplate,
  { lists, indicators }: KnownCodes,
): UnknownCode[] {
  const known = {
    domains: codesIn(lists, 'lifeDomains'),
    services: codesIn(lists, 'serviceTypes'),
  };
  return template.indicators.flatMap(({ counts }, at): UnknownCode[] => {
    const path = ['indicators', at, 'counts'];
    if (counts?.is === 'listed' && !indicators.has(counts.indicator)) {
      return [{ code: counts.indicator, path: [...path, 'indicator'] }];
    }
    const among = (name: keyof typeof known, codes: readonly string[]) =>
      codes
        .map((code, index) => ({ code, path: [...path, name, index] }))
        .filter(({ code }) => !known[name].has(code));
    if (counts?.is === 'better') return among('domains', counts.domains);
    return counts?.is === 'served' ? among('services', counts.services) : [];
  });
}

/** Codes the template uses and no list has: a rule on such a code would refuse everybody, silently. */
export function unknownCodesOf(template: ProgrammeTemplate, known: KnownCodes): UnknownCode[] {
  const { lists, letters } = known;
  const services = codesIn(lists, 'serviceTypes');
  const purposes = codesIn(lists, 'consentPurposes');
  const listed = (name: string, codes: readonly string[], isKnown: (code: string) => boolean) =>
    codes
      .map((code, index) => ({ code, path: [name, index] }))
      .filter(({ code }) => !isKnown(code));
  const types = template.services.map(({ type }) => type);
  return [
    ...rulesWithPlaces(template).flatMap(({ rule, path }) => codesOfRule(rule.is, path, lists)),
    ...listed('services', types, (code) => services.has(code)),
    ...listed('consents', template.consents, (code) => purposes.has(code)),
    ...listed('letters', template.letters, (code) => letters.has(code)),
    ...codesOfIndicators(template, known),
  ];
}

/**
 * Every programme that comes with the program, by code. All are read and checked at once, so that a faulty one
 * shows as soon as anybody asks for the list. Throws with the place of the first fault of a file.
 */
export function loadProgrammes(
  folder: string,
  known: KnownCodes,
): ReadonlyMap<string, ProgrammeTemplate> {
  const templates = new Map<string, ProgrammeTemplate>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const { template, fault } = checkTemplate(content, known);
    if (!template) throw new Error(`programme ${name}: ${fault.reason} at ${fault.place}`);
    if (templates.has(template.code)) throw new Error(`programme ${name}: ${template.code} twice`);
    templates.set(template.code, template);
  }
  return templates;
}

type Checked =
  | { template: ProgrammeTemplate; fault?: undefined }
  | { template?: undefined; fault: TemplateFault };

/** A template as read from JSON, or the first thing that is wrong with it. */
export function checkTemplate(content: unknown, known: KnownCodes): Checked {
  const read = programmeTemplate.safeParse(content);
  if (!read.success) return { fault: firstFault(read.error.issues, content) };
  const [unknown] = unknownCodesOf(read.data, known);
  if (unknown) return { fault: { place: placeOf(unknown.path), reason: 'unknownName' } };
  return { template: read.data };
}
