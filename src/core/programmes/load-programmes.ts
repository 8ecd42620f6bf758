import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EligibilityRule, rulesOf } from '#domain/programmes/eligibility-rule.ts';
import {
  type ProgrammeTemplate,
  programmeTemplate,
} from '#domain/programmes/programme-template.ts';
import type { Vocabularies } from '#domain/vocabularies/vocabulary.ts';

/** What a template may name; of letters only whether there is one of that code matters. */
interface KnownCodes {
  lists: Vocabularies;
  letters: ReadonlyMap<string, unknown>;
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

function unknownInRule({ is }: EligibilityRule, lists: Vocabularies): string[] {
  if (is.test !== 'codeIn') return [];
  const list = LIST_OF_FACT[is.fact];
  if (list === undefined) return [];
  const known = codesIn(lists, list);
  return is.codes.filter((one) => !known.has(one));
}

/** Codes the template uses and no list has: a rule on such a code would refuse everybody, silently. */
export function unknownCodesOf(
  template: ProgrammeTemplate,
  { lists, letters }: KnownCodes,
): string[] {
  const sets = [template.eligibility, ...template.paths.map((one) => one.eligibility)];
  const rules = sets.flatMap((set) => (set ? rulesOf(set) : []));
  const services = codesIn(lists, 'serviceTypes');
  const purposes = codesIn(lists, 'consentPurposes');
  return [
    ...rules.flatMap((rule) => unknownInRule(rule, lists)),
    ...template.services.map(({ type }) => type).filter((type) => !services.has(type)),
    ...template.consents.filter((purpose) => !purposes.has(purpose)),
    ...template.letters.filter((letter) => !letters.has(letter)),
  ];
}

/** Every programme that comes with the program, by code. Throws with the place of the first fault of a file. */
export function loadProgrammes(
  folder: string,
  known: KnownCodes,
): ReadonlyMap<string, ProgrammeTemplate> {
  const templates = new Map<string, ProgrammeTemplate>();
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const read = programmeTemplate.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (!read.success) {
      const [first] = read.error.issues;
      throw new Error(`programme ${name}: ${first?.path.join('.')} ${first?.message}`);
    }
    const unknown = unknownCodesOf(read.data, known);
    if (unknown.length > 0) throw new Error(`programme ${name} names ${unknown.join(', ')}`);
    templates.set(read.data.code, read.data);
  }
  return templates;
}
