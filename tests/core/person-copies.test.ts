import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recipientKinds } from '#api/person-copies.ts';
import { migrate } from '#core/database/migrate.ts';
import { createDatabase } from '#core/database/open-database.ts';
import { copiedSections, notCopied } from '#core/person-copies/copied-sections.ts';
import { personCopy } from '#domain/person-copies/person-copy.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import words from '#locales/it/print.json' with { type: 'json' };
import { tablesOfPerson } from '../support/everywhere.ts';
import {
  aLetter,
  aName,
  anAppointment,
  anOffice,
  aPerson,
  aPlan,
  aReferralConsent,
  aService,
  aSession,
} from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore } from '../support/open-core.ts';
import { textOf } from '../support/pdf-tools.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A person with people around them, written about where notes are written. */
async function somebodyAmongOthers() {
  const t = await openCore();
  const { client } = t;
  const { user } = await client.vault.session({});
  const { id } = await client.people.create(
    aPerson({
      names: [aName('Amina', 'Warsame'), aName('أمينة', 'ورسمي', { kind: 'used' })],
      note: 'Amina Warsame è arrivata con Bashir Farole e con la sorella Idil.',
    }),
  );
  const brother = await client.people.create(aPerson({ names: [aName('Bashir', 'Farole')] }));
  const stranger = await client.people.create(aPerson({ names: [aName('Luul', 'Samatar')] }));
  await client.ties.save({
    personId: id,
    details: { kind: 'sibling', otherPersonId: brother.id, place: 'italy', life: 'alive' },
  });
  await client.ties.save({
    personId: id,
    details: {
      kind: 'sibling',
      otherName: 'Idil Warsame',
      otherContact: '3331112223',
      place: 'abroad',
      life: 'alive',
    },
  });
  await client.personContacts.save({
    personId: id,
    details: {
      kind: 'phone',
      value: '3485556667',
      owner: 'family',
      ownerName: 'Bashir',
      safe: true,
      noMessages: false,
      isPreferred: false,
    },
  });
  await client.personContacts.save({
    personId: id,
    details: {
      kind: 'phone',
      value: '3209998887',
      owner: 'self',
      safe: true,
      noMessages: false,
      isPreferred: true,
    },
  });
  await client.notes.save({
    personId: id,
    note: { kind: 'violence', notedOn: '2026-11-20', text: 'Il cugino Bashir la minaccia.' },
  });
  await client.services.save({
    personId: id,
    details: aService(user.id, {
      note: 'Bashir la accompagna; vista anche Luul Samatar. Idil chiama.',
    }),
  });
  const { id: officeId } = await client.organisations.save(anOffice());
  await client.consents.give({ personId: id, details: aReferralConsent(officeId) });
  const letter = await issueLetter(client, { personId: id, details: aLetter(officeId) });
  const lesson = { personId: id, attendance: 'present' } as const;
  await client.sessions.save({
    details: aSession({ note: 'Luul Samatar non ha seguito' }),
    participants: [lesson, { personId: stranger.id, attendance: 'present' }],
  });
  await client.appointments.save({
    details: anAppointment({ personIds: [id, stranger.id], note: 'Luul vuole parlare da sola' }),
  });
  const plan = await client.plans.start({ personId: id });
  await client.plans.save({
    id: plan.id,
    revision: (await client.plans.get({ id: plan.id })).revision,
    details: aPlan(),
  });
  return { t, id, letter };
}

describe('the copy of a person’s file', () => {
  test('tells or leaves out, by name, every table that hangs from a person', async () => {
    const path = join(await temporaryFolder(), 'register.db');
    const db = createDatabase(path, randomBytes(32));
    await migrate(db, path);
    const told = copiedSections.flatMap((section) => section.tables);
    expect([...told, ...Object.keys(notCopied)].sort()).toEqual(tablesOfPerson(db));
    db.close();
  });

  test('as JSON holds what is theirs, and nothing of other people', async () => {
    const { t, id } = await somebodyAmongOthers();
    const bytes = await t.saved((grant) =>
      t.client.personCopies.save({ personId: id, language: 'it', format: 'json', grant }),
    );
    const text = new TextDecoder().decode(bytes);
    const copy = personCopy.parse(JSON.parse(text));
    expect(copy.sections.person?.[0]?.note).toBe(
      'Amina Warsame è arrivata con […] e con la sorella […].',
    );
    expect(copy.sections.services?.[0]?.note).toBe(
      '[…] la accompagna; vista anche […]. […] chiama.',
    );
    expect(copy.sections.contacts).toContainEqual(
      expect.objectContaining({ value: '3209998887', owner: 'self' }),
    );
    expect(copy.sections.ties).toHaveLength(2);
    expect(copy.sections.plans?.[0]?.goals).toEqual(['Frequentare il corso A1']);
    expect(copy.sections.planGoals?.[0]).toMatchObject({
      goal: 'Frequentare il corso A1',
      version: 1,
    });
    for (const theirs of [
      'Bashir',
      'Farole',
      'Idil',
      'Luul',
      'Samatar',
      '3331112223',
      '3485556667',
    ]) {
      expect(text.includes(theirs), theirs).toBe(false);
    }
    for (const withheld of ['cugino', 'minaccia', 'sola'])
      expect(text.includes(withheld)).toBe(false);
    expect(copy.leftOut).toContain('protectedNotes');
  });

  test('says what each form of the overview asks for', async () => {
    const { client } = await openCore();
    const { id: personId } = await client.people.create(
      aPerson({
        gender: 'donna trans',
        pronoun: 'lei',
        names: [{ ...aName('Amina', 'Warsame'), source: 'courtAct', toOn: '2024-05-31' }],
        originCountry: 'ERI',
        firstEntry: { year: 2023, month: 8, certainty: 'declared' },
        firstEntryCountry: 'GRC',
        firstEntryPlace: 'Samo',
        route: 'per la Turchia',
        urgency: 'within72h',
        dependants: 3,
        languages: [
          {
            language: 'ita',
            level: 'basic',
            needsInterpreter: true,
            cefr: { level: 'A2', source: 'test' },
          },
        ],
      }),
    );
    const { id: officeId } = await client.organisations.save(anOffice());
    const from = { fromOn: '2024-02-01', toOn: '2024-06-30' };
    const told = {
      education: await client.education.save({
        personId,
        details: {
          level: 'isced-3',
          subject: 'Meccanica',
          country: 'AFG',
          place: 'Kunduz',
          yearsCompleted: 11,
          endedYear: 2012,
          titleHeld: 'unsafeToAskFor',
          recognition: 'underWay',
          note: 'diploma',
        },
      }),
      work: await client.work.save({
        personId,
        details: {
          ...from,
          status: 'permanent',
          isNow: true,
          occupation: 'saldatrice',
          occupationGroup: 'isco-7',
          employer: 'Officina',
          country: 'ITA',
          years: 4,
          note: 'di notte',
        },
      }),
      housing: await client.housing.save({
        personId,
        details: { ...from, situation: 'hostFamily', note: 'in due stanze' },
      }),
      stay: await client.receptionStays.save({
        personId,
        details: {
          ...from,
          type: 'cas',
          place: 'CAS Nord',
          exitReason: 'transferred',
          note: 'in Puglia',
        },
      }),
      guardian: await client.ties.save({
        personId,
        details: {
          kind: 'guardian',
          otherName: 'Lidia Serra',
          place: 'italy',
          life: 'alive',
          decree: 'RG 11/2026',
          court: 'Tribunale di Torino',
          validFrom: '2026-01-01',
          note: 'ogni lunedì',
        },
      }),
    };
    expect(Object.keys(told)).toHaveLength(5);
    await client.skills.save({
      personId,
      details: { skill: 'tornio', proof: 'certificate', esco: '7223.4' },
    });
    await client.risks.save({
      personId,
      details: { level: 'medium', assessedOn: '2026-11-20', reason: 'debiti di viaggio' },
    });
    await client.consents.give({
      personId,
      details: aReferralConsent(officeId, {
        interpreter: 'Saba Interprete',
        language: 'tir',
        noticeVersion: '2026-7',
        noticeGivenOn: '2026-01-02',
        scope: 'solo la scuola',
        legalBasis: 'vitalInterests',
      }),
    });
    const { bytes } = await client.personCopies.get({ personId, language: 'it' });
    const text = (await textOf(bytes)).replace(/\s+/g, ' ');
    for (const words of [
      ...['donna trans', 'lei', 'A2', 'Meccanica', 'Kunduz', '2012', 'diploma', 'saldatrice'],
      ...['Officina', 'di notte', 'in due stanze', 'CAS Nord', 'in Puglia', 'RG 11/2026'],
      ...['Atto di un tribunale', '31/05/2024', 'Eritrea', '08/2023', 'Grecia', 'Samo'],
      ...['per la Turchia', 'Urgente: 72 ore', 'Persone a carico 3', 'tornio', '7223.4'],
      ...['Ha un attestato', 'debiti di viaggio', 'Medio', 'Salvare la vita'],
      ...['Tribunale di Torino', 'ogni lunedì', '2026-7', 'solo la scuola', 'tigrino'],
      ...['Con mediazione: sì', 'Chiederlo sarebbe un rischio', 'Presso una famiglia ospitante'],
    ]) {
      expect(text.toLowerCase(), words).toContain(words.toLowerCase());
    }
    // Of others, that they were there; not who they are.
    for (const theirs of ['Saba', 'Lidia', 'Serra']) expect(text).not.toContain(theirs);
  });

  test.each([
    ['it', 'Copia dei tuoi dati', 'Chi ha ricevuto i tuoi dati'],
    ['en', 'Copy of your data', 'Who received your data'],
    ['fr', 'Copie de vos données', 'Qui a reçu vos données'],
  ] as const)('as PDF can be read in %s', async (language, title, recipients) => {
    const { t, id, letter } = await somebodyAmongOthers();
    const { bytes, suggestedName } = await t.client.personCopies.get({ personId: id, language });
    const text = await textOf(bytes);
    for (const words of [title, recipients, 'Frequentare il corso A1', letter.protocol]) {
      expect(text).toContain(words);
    }
    for (const theirs of ['Bashir', 'Idil', 'Luul', 'minaccia']) expect(text).not.toContain(theirs);
    expect(suggestedName).toBe('copia-2026-11-21.pdf');
  });

  test('is written into the audit log by id', async () => {
    const { t, id } = await somebodyAmongOthers();
    await t.saved((grant) =>
      t.client.personCopies.save({ personId: id, language: 'it', format: 'json', grant }),
    );
    const { items } = await t.client.audit.list({});
    expect(items[0]).toMatchObject({ action: 'personCopies.save', objectId: id });
  });
});

test('as PDF names every way in which somebody received data, in every language', async () => {
  const { t, id } = await somebodyAmongOthers();
  const { client } = t;
  await client.inboundReferrals.save({
    personId: id,
    details: {
      ...{ sender: 'Scuola media Verdi', receivedOn: '2026-11-18', way: 'email' },
      ...{ request: 'Un corso di italiano.', urgency: 'normal' },
    },
  });
  const [inbound] = (await client.inboundReferrals.list({ personId: id })).items;
  if (!inbound) throw new Error('it was saved');
  const reply = { on: '2026-11-20', kind: 'accepted', way: 'phone' } as const;
  await client.inboundReferrals.reply({ id: inbound.id, revision: inbound.revision, reply });
  expect(Object.keys(words.copy.recipients.kinds).sort()).toEqual([...recipientKinds].sort());
  for (const language of interfaceLanguages) {
    const { bytes } = await client.personCopies.get({ personId: id, language });
    expect(await textOf(bytes)).toContain('Scuola media Verdi');
  }
});

test('who received data: letters, consents, and files that left the register', async () => {
  const { t, id, letter } = await somebodyAmongOthers();
  await t.saved((grant) => t.client.documents.saveLetter({ letterId: letter.id, grant }));
  await t.saved((grant) =>
    t.client.personCopies.save({ personId: id, language: 'en', format: 'pdf', grant }),
  );
  const { items } = await t.client.recipients.list({ personId: id });
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'letter', to: 'Comune di Prova', reference: letter.protocol }),
  );
  expect(items).toContainEqual(expect.objectContaining({ kind: 'consent', to: 'Comune di Prova' }));
  expect(items.filter((one) => one.kind === 'file')).toHaveLength(1);
  expect(items.filter((one) => one.kind === 'copy')).toHaveLength(1);
});
