import { describe, expect, test } from 'vitest';
import type { AssessmentDetails } from '#domain/assessments/assessment.ts';
import { aPerson } from '../support/factories.ts';
import { openRegisterDatabase } from '../support/large-register.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';

async function desk() {
  const t = await openCore();
  const { id: personId } = await t.client.people.create(aPerson());
  return { ...t, personId };
}

function anAssessment(more: Partial<AssessmentDetails> = {}): AssessmentDetails {
  return {
    assessedOn: '2026-11-21',
    assessor: 'Giulia Ferraris',
    scores: [{ domain: 'HOU', level: 2, words: 'Siamo in quattro.', wantsGoal: true }],
    ...more,
  };
}

describe('assessments', () => {
  test('are written as a draft, completed, and reopened to correct a mistake', async () => {
    const { client, personId } = await desk();
    const { id } = await client.assessments.start({ personId });
    expect((await client.assessments.start({ personId })).id).toBe(id);
    await expect(client.assessments.complete({ id })).rejects.toMatchObject({
      code: 'assessment_incomplete',
      details: { missing: ['scores'] },
    });
    const details = anAssessment({
      ownView: 'Sto meglio di prima.',
      mediator: 'Samira',
      interpretedIn: 'som',
    });
    const saved = await client.assessments.save({ id, revision: 1, details });
    expect(saved).toEqual({ revision: 2, missing: [] });
    await client.assessments.complete({ id });
    expect(await client.assessments.get({ id })).toMatchObject({ state: 'completed', details });
    await expect(client.assessments.save({ id, revision: 3, details })).rejects.toMatchObject({
      code: 'assessment_completed',
    });
    await client.assessments.reopen({ id });
    expect((await client.assessments.get({ id })).state).toBe('draft');
  });

  test('two editors cannot overwrite each other unseen', async () => {
    const { client, personId } = await desk();
    const { id } = await client.assessments.start({ personId });
    await client.assessments.save({ id, revision: 1, details: anAssessment() });
    const late = client.assessments.save({
      id,
      revision: 1,
      details: anAssessment({ scores: [] }),
    });
    await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' });
    expect((await client.assessments.get({ id })).details.scores).toHaveLength(1);
  });

  test('are kept over time; one domain alone takes one call', async () => {
    const t = await desk();
    const { client, personId } = t;
    await client.assessments.record({ personId, score: { domain: 'HOU', level: 1 } });
    t.setToday('2027-03-01');
    await client.assessments.record({ personId, score: { domain: 'HOU', level: 3 } });
    await client.assessments.record({ personId, score: { domain: 'HOU', level: 4 } });
    const { items } = await client.assessments.list({ personId });
    expect(items.map(({ details }) => [details.assessedOn, details.scores[0]?.level])).toEqual([
      ['2027-03-01', 4],
      ['2027-03-01', 3],
      ['2026-11-21', 1],
    ]);
  });

  test('refuse domains and languages no list has, and text that is too long', async () => {
    const { client, personId } = await desk();
    const record = (domain: string, words = '') =>
      client.assessments.record({ personId, score: { domain, level: 2, words } });
    await expect(record('XXX')).rejects.toMatchObject({ code: 'unknown_code' });
    await expect(record('HOU', 'a'.repeat(10_000))).rejects.toMatchObject({
      code: 'invalid_input',
    });
    const { id } = await client.assessments.start({ personId });
    const details = anAssessment({ interpretedIn: 'zzz' });
    await expect(client.assessments.save({ id, revision: 1, details })).rejects.toMatchObject({
      code: 'unknown_code',
    });
    expect((await client.assessments.list({ personId })).items).toHaveLength(1);
  });

  test('keep hostile words as words', async () => {
    const { client, personId } = await desk();
    const words = `'); DROP TABLE assessment; -- <script>alert(1)</script> ‮txt`;
    await client.assessments.record({ personId, score: { domain: 'HOU', level: 2, words } });
    const { items } = await client.assessments.list({ personId });
    expect(items[0]?.details.scores[0]?.words).toBe(words.replace('‮', ' '));
  });
});

describe('specific needs', () => {
  test('are recorded by somebody, end, and can be deleted when they were a mistake', async () => {
    const { client, personId } = await desk();
    const need = { code: 'SP-PT', recordedOn: '2026-11-01', note: 'Due figli piccoli.' };
    const { id } = await client.specificNeeds.record({ personId, need });
    expect((await client.specificNeeds.list({ personId })).items).toMatchObject([
      { need, recordedBy: 'Giulia Ferraris', listVersion: '2009', tier: 'desk' },
    ]);
    await expect(client.specificNeeds.close({ id, endedOn: '2026-10-31' })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await client.specificNeeds.close({ id, endedOn: '2026-11-21' });
    expect((await client.specificNeeds.list({ personId })).items[0]?.endedOn).toBe('2026-11-21');
    await client.specificNeeds.remove({ id });
    expect((await client.specificNeeds.list({ personId })).items).toEqual([]);
  });

  test('keep the version of the list they were recorded with, whatever list is in use', async () => {
    const { client, personId, folder } = await desk();
    const record = (code: string) =>
      client.specificNeeds.record({ personId, need: { code, recordedOn: '2026-11-21' } });
    const { id } = await record('SP-PT');
    await client.vault.lock({});
    const { kysely } = await openRegisterDatabase(folder, testPassphrase);
    await kysely
      .updateTable('specific_need')
      .set({ list_version: '2005' })
      .where('id', '=', id)
      .execute();
    await kysely.destroy();
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    await record('SP');
    const { items } = await client.specificNeeds.list({ personId });
    expect(items.map(({ need, listVersion }) => [need.code, listVersion]).sort()).toEqual([
      ['SP', '2009'],
      ['SP-PT', '2005'],
    ]);
  });

  test('on violence and torture are there for coordinators only, not even as a number', async () => {
    const { client, personId, folder } = await desk();
    const record = (code: string) =>
      client.specificNeeds.record({ personId, need: { code, recordedOn: '2026-11-21' } });
    const { id } = await record('SV-VF');
    await record('TR');
    await record('SP');
    const passphrase = 'altra frase per altra persona';
    const added = await client.users.add({ name: 'Altra', role: 'volunteer', passphrase });
    await client.vault.lock({});
    await client.vault.unlock({ folder, passphrase, name: added.signInName });
    const { items } = await client.specificNeeds.list({ personId });
    expect(items.map(({ need }) => need.code)).toEqual(['SP']);
    for (const code of ['SV', 'SV-GM', 'TR-PI', 'LP-TO']) {
      await expect(record(code)).rejects.toMatchObject({ code: 'role_missing' });
    }
    await expect(client.specificNeeds.remove({ id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(client.specificNeeds.close({ id, endedOn: '2026-11-21' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('are codes of the list', async () => {
    const { client, personId } = await desk();
    const need = { code: 'SP-XX', recordedOn: '2026-11-21' };
    await expect(client.specificNeeds.record({ personId, need })).rejects.toMatchObject({
      code: 'unknown_code',
    });
  });
});
