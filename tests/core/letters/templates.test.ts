import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadResources } from '#core/resources/load-resources.ts';
import {
  fillMarks,
  letterLanguages,
  letterTemplate,
  SHORT_SUBJECT,
  textIn,
} from '#domain/letters/letter-template.ts';
import { replyReference } from '#domain/protocol/reply-reference.ts';
import { root } from '../../rules/source-files.ts';
import { issueLetter } from '../../support/issue-letter.ts';
import { textOf } from '../../support/pdf-tools.ts';
import { aSetting, ofAChild } from './support.ts';

const { letters, letterFrames } = loadResources(join(root, 'resources'));

describe('the letters that ship', () => {
  test('have a frame in each language a letter can be in', () => {
    expect([...letterFrames.keys()]).toEqual(['it', 'en', 'fr']);
  });

  test('never have sensitive topics among what may be typed unseen', () => {
    for (const { code, excluded, specialTopics } of letters.values()) {
      for (const topic of ['health', 'violence', 'trafficking', 'asylumReasons'] as const) {
        expect(excluded.includes(topic) || specialTopics.includes(topic), `${code} ${topic}`).toBe(
          true,
        );
      }
    }
    for (const code of ['ASL', 'SCH', 'CPIA']) {
      expect(letters.get(code)?.allowedFacts, code).not.toContain('legalStatus');
      expect(letters.get(code)?.excluded, code).toContain('irregularStay');
    }
    for (const code of ['ASL', 'SCH']) {
      expect(letters.get(code)?.excluded, code).toContain('legalStay');
    }
  });

  test('have a subject for certified mail that fits and says nothing but initials and a number', () => {
    const longest = {
      initials: 'A. B. C.',
      caseNumber: 'ABCDEF-2026-K7QM2',
      association: '',
      reference: 'R-2026-9999999-Z',
    };
    for (const template of letters.values()) {
      for (const language of ['it', 'en', 'fr'] as const) {
        const { shortSubject } = textIn(template, language);
        expect(fillMarks(shortSubject, longest).length, template.code).toBeLessThanOrEqual(
          SHORT_SUBJECT,
        );
      }
    }
  });

  test('are refused with a mark for a fact that their recipient must not have', () => {
    const housing = letters.get('HOU');
    if (!housing) throw new Error('no letter for housing');
    const it = { ...housing.text.it, request: 'Il permesso è {permit}.' };
    const reaching = letterTemplate.safeParse({ ...housing, text: { ...housing.text, it } });
    expect(reaching.error?.issues[0]?.message).toContain('{permit}');
    const allowed = { ...housing.text.it, request: 'Valido {permitExpiry}.' };
    expect(letterTemplate.safeParse({ ...housing, text: { it: allowed } }).success).toBe(true);
    const inSubject = { ...housing.text.it, subject: 'Casa per {household}' };
    expect(letterTemplate.safeParse({ ...housing, text: { it: inSubject } }).success).toBe(false);
  });
});

test('every letter to an office is printed in each of its languages, with its slip, its reference and a copy for the person', async () => {
  const { client, personId } = await aSetting();
  const { number: caseNumber } = (await client.people.get({ id: personId })).caseFile;
  for (const template of letters.values()) {
    if (template.recipient === 'person') continue;
    const [kind = 'otherBody'] = template.organisationKinds;
    const { id: organisationId } = await client.organisations.save({
      kind,
      name: `Ente ${template.code}`,
    });
    await client.consents.give({
      personId,
      details: {
        purpose: 'referral',
        organisationId,
        dataCategories: [
          'identity',
          'contact',
          'legalStatus',
          'documents',
          'languages',
          'family',
          'education',
          'work',
        ],
        givenBy: 'self',
        way: 'signed',
        givenOn: '2026-11-01',
      },
    });
    for (const language of letterLanguages.filter((one) => template.text[one])) {
      const details = {
        templateCode: template.code,
        language,
        organisationId,
        facts: template.usualFacts,
        attachments: [],
        signedBy: 'O',
      };
      const words = letterFrames.get(language)?.words ?? {};
      const slipTitle = words.slipTitle?.split('{{')[0] ?? 'no words for a slip';
      const preview = textOf((await client.documents.previewLetter({ personId, details })).bytes);
      expect(preview, template.code).toContain(`Ente ${template.code}`);
      expect(preview, template.code).toContain(slipTitle);
      // One that waits for a second person has neither number nor copy yet.
      if (template.needsSecondPerson) continue;
      const { id, protocol } = await issueLetter(client, { personId, details });
      const [number = 0, year = 0] = protocol.split('/').map(Number);
      const letter = textOf((await client.documents.letter({ letterId: id })).bytes);
      const slip = letter.slice(letter.indexOf(slipTitle));
      expect(slip, template.code).toContain(replyReference({ year, number }));
      expect(slip, template.code).not.toContain(caseNumber);
      const copy = textOf((await client.documents.letterCopy({ letterId: id })).bytes);
      expect(copy, template.code).toContain(words.copyTitle);
      expect(copy, template.code).toContain(`Ente ${template.code}`);
      expect(copy, template.code).not.toContain(slipTitle);
    }
  }
}, 120_000);

test('the deadline stands in a letter to a lawyer, and the shortest one when nobody read the act', async () => {
  const { client, letter, personId } = await aSetting({ office: { kind: 'lawyer' } });
  await client.procedureEvents.save({
    personId,
    details: { kind: 'decisionNotified', on: '2026-11-20', sourceSeen: true },
  });
  const { leaving } = await client.letters.check(
    letter({ templateCode: 'LEG', facts: ['decision'] }),
  );
  expect(leaving).toContainEqual(
    expect.objectContaining({
      key: 'decision',
      source: 'procedureEvent',
      value: expect.stringMatching(/20\/11\/2026.*termine \d\d\/\d\d\/2026 \(il più breve/),
    }),
  );
});

test('a child’s school learns the guardian and nothing of a permit', async () => {
  const { client, letter, personId } = await aSetting({
    person: { birth: { year: 2016, certainty: 'documented' } },
    office: { kind: 'school' },
    consent: ofAChild,
  });
  await client.ties.save({
    personId,
    details: { kind: 'guardian', otherName: 'Ada Lorusso', place: 'italy', life: 'alive' },
  });
  const wanted = letter({ templateCode: 'SCH', facts: ['birth', 'guardian'] });
  expect((await client.letters.check(wanted)).leaving.map(({ key }) => key)).toEqual([
    'name',
    'birth',
    'guardian',
  ]);
  await expect(
    client.letters.check(letter({ templateCode: 'SCH', facts: ['permit'] })),
  ).rejects.toMatchObject({ code: 'permit_not_for_this_office' });
});
