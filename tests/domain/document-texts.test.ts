import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadResources } from '#core/resources/load-resources.ts';
import { appointmentKinds } from '#domain/appointments/appointment.ts';
import { childStances } from '#domain/consents/consent.ts';
import { translationFaults } from '#domain/documents/document-texts.ts';
import { actionStates, goalResults, responsibles } from '#domain/plans/plan.ts';
import { anyFamilyCovering } from '#typesetting/font-resources.ts';
import { root } from '../rules/source-files.ts';

const original = { texts: { plan: { title: 'Piano', version: 'Versione {version}' } } };

describe('a translation', () => {
  test('has every sentence, none of its own, and the same places to fill', () => {
    const translation = { texts: { plan: { version: 'Version', extra: 'Plus' } } };
    expect(translationFaults(original, translation)).toEqual([
      'plan.title is missing',
      'plan.extra is unknown',
      'plan.version fills other places',
    ]);
    expect(translationFaults(original, original)).toEqual([]);
  });
});

describe('the translations of the program', () => {
  const { documentTexts, plan, vocabularies } = loadResources(join(root, 'resources'));
  const files = [...documentTexts.values()];

  test.each(files)('in $language name every code that a document can print', ({ texts }) => {
    const expected: Record<string, readonly string[]> = {
      right: plan.rights,
      domain: vocabularies.lifeDomains.items.map(({ code }) => code),
      purpose: vocabularies.consentPurposes.items.map(({ code }) => code),
      data: vocabularies.dataCategories.items.map(({ code }) => code),
      kind: appointmentKinds,
      state: actionStates,
      result: goalResults,
      responsible: responsibles,
      stance: childStances,
      level: ['1', '2', '3', '4', '5'],
      weekday: ['1', '2', '3', '4', '5', '6', '7'],
    };
    for (const [group, codes] of Object.entries(expected)) {
      expect(Object.keys(texts[group] ?? {}).sort(), group).toEqual([...codes].sort());
    }
  });

  test.each(files)('in $language have a font for each of their letters', ({ name, texts }) => {
    const letters = new Set([...JSON.stringify([name, texts])]);
    const missing = [...letters].filter(
      (letter) => !/[\s\p{Cf}]/u.test(letter) && !anyFamilyCovering(letter.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  });

  test('are of languages whose speakers the register knows, each in one of them', () => {
    const known = vocabularies.languages.items.map(({ code }) => code);
    const spoken = files.flatMap(({ registerLanguages }) => Object.keys(registerLanguages));
    expect(spoken.filter((code) => !known.includes(code))).toEqual([]);
    expect(new Set(spoken).size).toBe(spoken.length);
  });
});
