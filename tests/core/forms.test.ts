import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { FormRequest } from '#domain/documents/form.ts';
import { bareEngine } from '../support/bare-engine.ts';
import {
  aName,
  anAppointment,
  anOffice,
  aPerson,
  aReferralConsent,
  aSession,
} from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';
import { spokenTextOf, textOf } from '../support/pdf-tools.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function desk(person = aPerson()) {
  const t = await openCore();
  const { client } = t;
  const { id: personId } = await client.people.create(person);
  const textOfForm = async (form: FormRequest, language?: string) => {
    const { bytes } = await client.forms.get({
      subjectId: personId,
      form,
      ...(language ? { language } : {}),
    });
    return spokenTextOf(bytes);
  };
  return { ...t, personId, textOfForm };
}

test('a language whose font is not installed is said to have none, and the others print', async () => {
  const folder = await temporaryFolder();
  bareEngine(folder, 'noto-sans-bengali');
  const typesetWorkerUrl = pathToFileURL(join(folder, 'typesetting/typeset-worker.ts'));
  const { client, failures } = await openCore({ typesetWorkerUrl });
  const { id: subjectId } = await client.people.create(aPerson());
  const form = { kind: 'privacyNotice' as const };
  await expect(client.forms.get({ subjectId, form, language: 'bn' })).rejects.toMatchObject({
    code: 'font_missing',
  });
  expect((await client.forms.get({ subjectId, form, language: 'ti' })).pageCount).toBeGreaterThan(
    0,
  );
  // Nothing of the program failed: it was installed without.
  expect(failures).toEqual([]);
});

const child = () => aPerson({ birth: { year: 2010, month: 5, day: 2, certainty: 'documented' } });

describe('the slip of an appointment', () => {
  test('says when and where in both languages, and not why', async () => {
    const { client, personId, textOfForm } = await desk();
    const details = anAppointment({
      personIds: [personId],
      about: 'Ricorso contro il diniego',
      note: 'Teme il cognato',
      place: 'via Bologna 49',
    });
    const { id: appointmentId } = await client.appointments.save({ details });
    const slip = await textOfForm(
      { kind: 'appointmentSlip', appointmentId, bring: 'Due fotografie' },
      'tr',
    );
    for (const part of [
      'martedì 24/11/2026',
      'salı 24/11/2026',
      '10:00',
      'via Bologna 49',
      'Due fotografie',
    ]) {
      expect(slip).toContain(part);
    }
    for (const part of ['Ricorso', 'diniego', 'cognato', 'rifugiato']) {
      expect(slip).not.toContain(part);
    }
  });

  test('is only for somebody the appointment is with', async () => {
    const { client, textOfForm } = await desk();
    const { id: other } = await client.people.create(aPerson());
    const { id: appointmentId } = await client.appointments.save({
      details: anAppointment({ personIds: [other] }),
    });
    await expect(textOfForm({ kind: 'appointmentSlip', appointmentId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a consent form', () => {
  test('names purpose, recipient, data and the right to say no, in both languages', async () => {
    const { client, personId, textOfForm } = await desk();
    const { id: organisationId } = await client.organisations.save(anOffice());
    const { id: consentId } = await client.consents.give({
      personId,
      details: aReferralConsent(organisationId, {
        dataCategories: ['identity', 'health'],
        language: 'fra',
        interpreter: 'Samira Haidari',
      }),
    });
    const text = await textOfForm({ kind: 'consent', consentId }, 'fr');
    for (const part of [
      'Comune di Prova',
      'Nome, nascita, cittadinanza · Salute',
      'Nom, naissance, nationalité · Santé',
      'Posso dire di no.',
      'Je peux dire non.',
      'Lu et expliqué en français par Samira Haidari.',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Parere di chi è minorenne');
  });

  test('of a child asks what the child thinks, and has a place for the guardian', async () => {
    const { textOfForm } = await desk(child());
    const text = await textOfForm({ kind: 'consent', purpose: 'imageAndVoice' }, 'uk');
    for (const part of [
      'Parere di chi è minorenne',
      'Думка неповнолітньої особи',
      'Genitore o tutore',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('is for purposes that are known', async () => {
    const { textOfForm } = await desk();
    await expect(textOfForm({ kind: 'consent', purpose: 'somethingElse' })).rejects.toMatchObject({
      code: 'unknown_code',
    });
  });
});

test('the privacy notice says who, why and which rights in both languages, with its version', async () => {
  const { textOfForm } = await desk();
  const text = await textOfForm({ kind: 'privacyNotice' }, 'es');
  for (const part of [
    'Associazione Prova ODV',
    'Nunca las autoridades de tu país de origen.',
    'Mai le autorità del tuo Paese di origine.',
    'art. 9, par. 2, lett. a',
    'Informativa versione 2026-2',
  ]) {
    expect(text).toContain(part);
  }
});

test('the house rules name host and guest, and say that the guest does not work for the family', async () => {
  const { textOfForm } = await desk();
  const text = await textOfForm(
    { kind: 'houseRules', host: 'Famiglia Bruno', from: '2026-12-01', agreements: 'Cena insieme.' },
    'en',
  );
  for (const part of [
    'Famiglia Bruno',
    'Warsame Amina',
    '01/12/2026',
    'The guest does not work for the family.',
    'Cena insieme.',
  ]) {
    expect(text).toContain(part);
  }
});

describe('a certificate of attendance', () => {
  test('counts the meetings somebody was present at, and says nothing of the case', async () => {
    const { client, personId, textOfForm } = await desk();
    const hold = (heldOn: string, attendance: 'present' | 'absent') =>
      client.sessions.save({
        details: aSession({ heldOn }),
        participants: [{ personId, attendance }],
      });
    await hold('2026-11-06', 'present');
    await hold('2026-11-13', 'absent');
    await hold('2026-11-20', 'present');
    const text = await textOfForm({ kind: 'attendance' });
    expect(text).toContain('Incontri: 2. Ore: 3. Dal 06/11/2026 al 20/11/2026');
    expect(text).not.toContain('13/11/2026');
    const { caseFile } = await client.people.get({ id: personId });
    expect(text).not.toContain(caseFile.number);
    expect(await textOfForm({ kind: 'attendance', from: '2026-11-10' })).toContain('Incontri: 1.');
  });

  test('is not made where there is nothing to certify', async () => {
    const { textOfForm } = await desk();
    await expect(textOfForm({ kind: 'attendance' })).rejects.toMatchObject({
      code: 'nothing_to_certify',
    });
  });
});

test('minutes say who was there and who was not', async () => {
  const { client, personId } = await desk();
  const { id: absent } = await client.people.create(aPerson({ names: [aName('Amina', 'Zahir')] }));
  const { id } = await client.sessions.save({
    details: aSession({ note: 'Si è parlato della scuola.' }),
    participants: [
      { personId, attendance: 'present' },
      { personId: absent, attendance: 'excused' },
    ],
  });
  const english = await client.forms.get({
    subjectId: id,
    form: { kind: 'minutes' },
    language: 'en',
  });
  expect(textOf(english.bytes)).toContain('Minutes of the meeting');
  const { bytes } = await client.forms.get({ subjectId: id, form: { kind: 'minutes' } });
  const text = textOf(bytes);
  expect(text).toMatch(/Presenti +Warsame Amina\n/);
  expect(text).toMatch(/Assenti +Zahir Amina\n/);
  expect(text).toContain('Si è parlato della scuola.');
});

describe('a document that was written to a file', () => {
  test('stands in the diary, and among who received data', async () => {
    const { client, personId, saved } = await desk();
    const form: FormRequest = { kind: 'houseRules' };
    await saved((grant) =>
      client.forms.save({
        subjectId: personId,
        form,
        language: 'so',
        givenTo: 'Famiglia Bruno',
        grant,
      }),
    );
    const { items } = await client.diary.list({ personId, kinds: ['document'] });
    expect(items).toMatchObject([
      {
        on: '2026-11-21',
        summaryKey: 'document.given',
        params: { what: { list: 'givenDocuments', code: 'houseRules' }, to: 'Famiglia Bruno' },
      },
    ]);
    const recipients = (await client.recipients.list({ personId })).items;
    expect(recipients).toMatchObject([{ kind: 'file', to: 'Famiglia Bruno', on: '2026-11-21' }]);
  });

  test('has a name that says nothing about anybody', async () => {
    const { client, personId } = await desk();
    const { suggestedName } = await client.forms.get({
      subjectId: personId,
      form: { kind: 'privacyNotice' },
    });
    expect(suggestedName).toBe('informativa-2026-11-21.pdf');
  });
});

test('the safety page is for those who may read the note', async () => {
  const { client, folder, personId } = await desk();
  const passphrase = 'frase di amal per entrare';
  await client.users.add({ name: 'Amal', role: 'volunteer', passphrase });
  const { id } = await client.notes.save({
    personId,
    note: { kind: 'protection', notedOn: '2026-11-20', text: 'Non deve tornare in via Nizza.' },
  });
  await client.vault.lock({});
  await client.vault.unlock({ folder, name: 'amal', passphrase });
  await expect(client.safetyPages.get({ id })).rejects.toMatchObject({
    code: 'restricted_no_access',
  });
});

test('the list of documents says that no native speaker has read a translation yet', async () => {
  const { client } = await desk();
  const { languages, kinds } = await client.forms.list({});
  expect(kinds).toContain('privacyNotice');
  const tags = languages.map(({ language }) => language);
  expect(tags.toSorted()).toEqual([
    'ar',
    'bn',
    'en',
    'es',
    'fa',
    'fr',
    'it',
    'ps',
    'so',
    'ti',
    'tr',
    'uk',
    'ur',
  ]);
  expect(languages.every(({ readByNativeSpeaker }) => readByNativeSpeaker === false)).toBe(true);
});
