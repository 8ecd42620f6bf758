import { describe, expect, test } from 'vitest';
import { nodePorts } from '#core/host/node-ports.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import type { LetterFact, SpecialTopic } from '#domain/letters/letter-fact.ts';

interface Row {
  /** What the office needs: it must be possible to say it. */
  minimum: LetterFact[];
  /** What it is never told from the register. */
  never: (LetterFact | SpecialTopic)[];
  /** Answered by hand, because no register knows it. */
  asked?: string[];
  identity?: 'code' | 'either';
}

const permits = ['permit', 'permitExpiry', 'permitRequest', 'legalStatus'] as const;
const story = ['asylumReasons', 'trafficking'] as const;

/** The letter catalogue of the dossier (3.2), row by row: minimum data, and never by default. */
const catalogue: Record<string, Row> = {
  'QST-APP': {
    minimum: ['birth', 'nationality', 'permit', 'permitRequest', 'address'],
    never: [...story, 'health', 'violence'],
  },
  'QST-SOL': {
    minimum: ['birth', 'nationality', 'permit', 'permitRequest', 'address'],
    never: [...story, 'health', 'violence', 'legalStatus'],
    asked: ['earlierReminders'],
  },
  PRF: {
    minimum: ['birth', 'nationality'],
    never: [...story, 'health', 'violence', 'legalStatus'],
    asked: ['fileNumber'],
  },
  ANA: { minimum: ['permit', 'address'], never: [...story, 'health', 'violence', 'decision'] },
  SOC: { minimum: ['household'], never: [...story, ...permits], asked: ['needs'] },
  // The catalogue would let a valid permit be told; the stricter rule holds: no permit status to health services.
  ASL: {
    minimum: ['birth', 'contact', 'languages'],
    never: [...story, ...permits, 'violence', 'decision', 'receptionExit'],
  },
  CPI: {
    minimum: ['fiscalCode', 'legalStatus', 'languages'],
    never: [...story, 'violence', 'permit'],
    asked: ['skills'],
  },
  CPIA: {
    minimum: ['languages', 'education'],
    never: [...story, ...permits, 'health', 'violence'],
    asked: ['availability'],
  },
  SCH: {
    minimum: ['birth', 'guardian'],
    never: [...story, ...permits, 'violence'],
    asked: ['previousSchool'],
  },
  UNI: {
    minimum: ['education'],
    never: [...story, 'health', 'violence', 'permit', 'decision'],
    asked: ['missingPapers'],
  },
  LEG: { minimum: ['decision', 'languages'], never: [], asked: ['deadline'] },
  CAV: {
    minimum: ['safeContact'],
    never: [...story, ...permits, 'address', 'city', 'contact', 'birth', 'caseNumber'],
    asked: ['safeWay'],
    identity: 'code',
  },
  TRT: {
    minimum: ['languages', 'safeContact'],
    never: [...permits, 'asylumReasons', 'address', 'city', 'contact', 'birth', 'caseNumber'],
    asked: ['safeWay'],
    identity: 'code',
  },
  HOU: {
    minimum: ['household'],
    never: [...story, 'health', 'violence', 'permit', 'legalStatus', 'permitRequest', 'decision'],
    asked: ['incomeBand', 'from', 'references'],
  },
  MCR: {
    minimum: ['permitExpiry'],
    never: [...story, 'health', 'violence', 'permit', 'legalStatus', 'permitRequest', 'decision'],
    asked: ['idea', 'amount'],
  },
  // Not a row of the catalogue: it names the Chamber beside the lender, which is told of money and the Chamber not.
  CCI: {
    minimum: ['work', 'contact'],
    never: [...story, 'health', 'violence', 'permit', 'legalStatus', 'permitRequest', 'decision'],
    asked: ['idea', 'place'],
  },
  WEL: {
    minimum: ['work'],
    never: [...story, 'health', 'violence', 'permit', 'legalStatus', 'permitRequest', 'decision'],
    asked: ['skills', 'availability'],
  },
  CMT: {
    minimum: ['city', 'languages', 'ageBand'],
    never: [...story, ...permits, 'health', 'violence', 'birth', 'address'],
    asked: ['interests'],
  },
  MIN: { minimum: ['birth', 'guardian'], never: [...story], asked: ['path', 'opinion'] },
  UNH: {
    minimum: ['languages', 'household'],
    never: ['permit', 'fiscalCode'],
    asked: ['priority'],
    identity: 'either',
  },
  IAR: {
    minimum: ['birth', 'sex', 'address', 'contact', 'household', 'guardian'],
    never: ['permit', 'fiscalCode'],
    asked: ['priority', 'servicesAsked', 'servicesGiven', 'informed'],
    identity: 'either',
  },
  CLO: {
    minimum: [],
    never: [...story, ...permits, 'health', 'violence', 'decision'],
    asked: ['path'],
  },
};

const { letters } = loadResources(nodePorts().resourcesDir);
const templates = [...letters.values()];

describe('the letters that are shipped', () => {
  test('are those of the catalogue', () => {
    expect(templates.map(({ code }) => code).toSorted()).toEqual(Object.keys(catalogue).toSorted());
  });

  test.each(Object.entries(catalogue))(
    '%s says what its office needs, and no more',
    (code, row) => {
      const template = templates.find((one) => one.code === code);
      if (!template) throw new Error(`no letter ${code}`);
      const mayLeave = [...template.allowedFacts, ...template.specialTopics];
      expect(mayLeave).toEqual(expect.arrayContaining(row.minimum));
      expect(row.never.filter((one) => mayLeave.includes(one))).toEqual([]);
      const questions = template.questions.map(({ key }) => key);
      expect(questions).toEqual(expect.arrayContaining(row.asked ?? []));
      expect(template.identity).toBe(row.identity ?? 'name');
      // Whatever may be said of what hurts is ticked by hand each time, and never from the beginning.
      expect(template.usualFacts.every((fact) => template.allowedFacts.includes(fact))).toBe(true);
    },
  );

  test.each(templates.map((one) => [one.code, one] as const))(
    '%s has its reference, its enclosures, and a subject that says nothing',
    (code, { source, checkedOn, text, identity }) => {
      expect(source.length).toBeGreaterThan(20);
      expect(checkedOn).toMatch(/^2026-/);
      for (const words of Object.values(text)) {
        const isAlone = identity === 'code' || code === 'CLO';
        expect(words.attachments.length > 0, 'enclosures').toBe(!isAlone);
        const subjects = `${words.subject} ${words.shortSubject}`;
        expect(subjects).not.toMatch(
          /violenz|tratta\b|salut|diagnos|asilo|violence|traffick|health|asylum|santé/i,
        );
        const marks = [...subjects.matchAll(/\{(\w+)\}/g)].map(([, mark]) => mark);
        const fit = identity !== 'name' ? ['reference'] : ['initials', 'caseNumber', 'reference'];
        expect(marks.filter((mark) => !fit.includes(mark ?? ''))).toEqual([]);
      }
    },
  );

  test('that go abroad are in Italian, English and French', () => {
    for (const code of ['UNH', 'IAR', 'LEG', 'UNI', 'CLO']) {
      const template = templates.find((one) => one.code === code);
      expect(Object.keys(template?.text ?? {}).toSorted(), code).toEqual(['en', 'fr', 'it']);
    }
  });
});
