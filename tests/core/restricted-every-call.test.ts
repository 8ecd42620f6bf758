import { describe, expect, test } from 'vitest';
import { vaultContract } from '#api/contract.ts';
import type { Procedure } from '#api/procedure.ts';
import {
  aLetter,
  aName,
  anAppointment,
  anOffice,
  aPerson,
  aReferralConsent,
  aService,
} from '../support/factories.ts';
import { issueLetter } from '../support/issue-letter.ts';
import { openCore } from '../support/open-core.ts';

const amals = 'frase di amal per entrare';

async function theDesk() {
  const test = await openCore();
  const { client, folder } = test;
  await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
  const { id: personId } = await client.people.create(
    aPerson({ names: [aName('Nadifa', 'Zorbulon')] }),
  );
  const asAmal = async () => {
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'amal', passphrase: amals });
  };
  return { ...test, personId, asAmal };
}

/** Ids of the person and of what hangs from them, under every name that calls give to an id. */
async function theirIds(client: Awaited<ReturnType<typeof theDesk>>['client'], personId: string) {
  const { id: organisationId } = await client.organisations.save(anOffice());
  const details = aReferralConsent(organisationId);
  const consent = await client.consents.give({ personId, details });
  const plan = await client.plans.start({ personId });
  const letter = await issueLetter(client, { personId, details: aLetter(organisationId) });
  const note = await client.notes.save({
    personId,
    note: { kind: 'violence', notedOn: '2026-11-20', text: 'Ha paura di tornare a casa.' },
  });
  const { id: workerId } = (await client.vault.session({})).user;
  const service = await client.services.save({ personId, details: aService(workerId) });
  const appointment = anAppointment({ personIds: [personId], about: 'Con Zorbulon' });
  await client.appointments.save({ details: appointment });
  const rows = [consent.id, plan.id, letter.id, letter.referralId, note.id, service.id];
  return [
    { personId },
    { planId: plan.id },
    { letterId: letter.id },
    ...[personId, ...rows].map((id) => ({ id })),
  ];
}

/** The procedures of the desk that take such an input. A new one is among them by itself. */
const deskCallsWith = (input: unknown, kinds: string[]) =>
  Object.entries<Procedure>(vaultContract)
    .filter(([, one]) => one.role.includes('volunteer') && kinds.includes(one.kind))
    .filter(([, one]) => one.input.safeParse(input).success)
    .map(([name]) => name);

describe('a restricted case, with every procedure of the desk', () => {
  test('is refused by every call that names anything of it', async () => {
    const { client, core, personId, asAmal } = await theDesk();
    const inputs = await theirIds(client, personId);
    await client.caseAccess.save({ personId, isRestricted: true });
    await asAmal();
    let calls = 0;
    for (const input of inputs) {
      for (const name of deskCallsWith(input, ['query', 'mutation'])) {
        calls++;
        expect(await core.dispatch(name, input), `${name} ${Object.keys(input)}`).toEqual({
          ok: false,
          error: { code: 'case_restricted' },
        });
      }
    }
    expect(calls).toBeGreaterThan(40);
  });

  test('is mentioned in no answer to anything else, not even as one more', async () => {
    const { client, core, failures, personId, asAmal } = await theDesk();
    await client.people.create(aPerson());
    await theirIds(client, personId);
    const { items } = await client.people.list({ query: 'Zorbulon' });
    const caseNumber = items[0]?.caseNumber ?? '';
    const questions = [
      {},
      { from: '2026-11-16', to: '2026-11-22' },
      ...['Zorbulon', 'Nadifa', caseNumber].map((query) => ({ query })),
    ];
    await client.caseAccess.save({ personId, isRestricted: true });
    await asAmal();
    const answered = new Set<string>();
    for (const question of questions) {
      for (const name of deskCallsWith(question, ['query'])) {
        const answer = await core.dispatch(name, question);
        if ((answer as { ok: boolean }).ok) answered.add(name);
        const text = JSON.stringify(answer);
        for (const needle of [personId, 'Zorbulon', 'Nadifa', caseNumber]) {
          expect(text, name).not.toContain(needle);
        }
      }
    }
    expect(failures).toEqual([]);
    expect([...answered]).toEqual(expect.arrayContaining(['people.list', 'today.get']));
    expect((await client.people.list({ query: 'Zorbulon' })).total).toBe(0);
    expect((await client.people.list({})).total).toBe(1);
    expect((await client.today.get({})).openFiles).toBe(1);
  });
});
