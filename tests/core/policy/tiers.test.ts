import { cp } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InputOf, type VaultContract, vaultContract } from '#api/contract.ts';
import { refusalByTier, tierOf } from '#core/vault/policy.ts';
import { roles } from '#domain/vault/role.ts';
import { Known } from '../../proofs/fuzzing/known.ts';
import { inputsNear } from '../../proofs/fuzzing/near-schema.ts';
import {
  aLetter,
  aName,
  anAppointment,
  anOffice,
  aPerson,
  aReferralConsent,
  aService,
  aSession,
} from '../../support/factories.ts';
import { issueLetter } from '../../support/issue-letter.ts';
import { openCore, startCore, type TestCore, testPassphrase } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { POLICY } from './policy-table.ts';

type Name = keyof typeof vaultContract;
type Client = TestCore['client'];
type Lesson = Pick<InputOf<VaultContract, 'sessions.save'>, 'details' | 'participants'> & {
  id: string;
};

/** Giulia coordinates; of the others Noor alone is named on the cases. */
const PEOPLE = {
  amal: { name: 'Amal', role: 'volunteer', passphrase: 'frase di amal per entrare' },
  omar: { name: 'Omar', role: 'mediator', passphrase: 'frase di omar per entrare' },
  noor: { name: 'Noor', role: 'volunteer', passphrase: 'frase di noor per entrare' },
  rita: { name: 'Rita', role: 'reporter', passphrase: 'frase di rita per entrare' },
  giulia: { name: 'Giulia', role: 'coordinator', passphrase: testPassphrase },
} as const;
type Who = keyof typeof PEOPLE;

/** Whoever stands in the restricted case, and what only its key opens. */
const OF_THE_CASE = ['Zorbulon', 'Nadifa'];
const SEALED = ['Quisquilia', 'referto-grave', 'Perizia'];

const enter = ({ client, folder }: Pick<TestCore, 'client' | 'folder'>, who: Who) =>
  client.vault.unlock({ folder, name: who, passphrase: PEOPLE[who].passphrase });

/** A register in which everybody may see everything but what is sealed on one case. */
async function aRegister() {
  const test = await openCore();
  const { client } = test;
  const ids: Partial<Record<Who, string>> = {};
  for (const who of ['amal', 'omar', 'noor', 'rita'] as const) {
    ids[who] = (await client.users.add(PEOPLE[who])).id;
  }
  const { id: organisationId } = await client.organisations.save(anOffice());
  const { id: openId } = await client.people.create(aPerson());
  await addSealed(client, openId);
  const details = aSession();
  const participants = [{ personId: openId, attendance: 'present' as const }];
  const { id: sessionId } = await client.sessions.save({ details, participants });
  await client.caseAccess.grant({ personId: openId, userId: ids.noor ?? '' });
  const lesson: Lesson = { id: sessionId, details, participants };
  return { ...test, openId, organisationId, lesson, noor: ids.noor ?? '' };
}

async function addSealed(client: Client, personId: string): Promise<void> {
  await client.notes.save({
    personId,
    note: { kind: 'violence', notedOn: '2026-11-20', text: 'Quisquilia la minaccia.' },
  });
  const { id } = await client.attachments.add({
    personId,
    fileName: 'referto-grave.pdf',
    bytes: aPdf(600),
    isRestricted: true,
  });
  await client.attachments.save({
    id,
    details: { title: 'Perizia', kind: 'medical', original: 'notSeen', isPortrait: false },
  });
}

/** With something in every part of the file. */
async function addRestrictedCase(
  client: Client,
  { organisationId, lesson }: { organisationId: string; lesson: Lesson },
): Promise<string> {
  const names = [aName('Nadifa', 'Zorbulon')];
  const { id: personId } = await client.people.create(aPerson({ names }));
  await client.consents.give({ personId, details: aReferralConsent(organisationId) });
  await client.plans.start({ personId });
  await issueLetter(client, { personId, details: aLetter(organisationId) });
  const { id: workerId } = (await client.vault.session({})).user;
  await client.services.save({ personId, details: aService(workerId) });
  const about = 'Con Nadifa Zorbulon';
  await client.appointments.save({ details: anAppointment({ personIds: [personId], about }) });
  await addSealed(client, personId);
  const { id, details, participants } = lesson;
  const all = [...participants, { personId, attendance: 'present' as const }];
  await client.sessions.save({ id, revision: 1, details, participants: all });
  await client.caseAccess.save({ personId, isRestricted: true });
  return personId;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids alone: a name that somebody types in is no leak when it comes back. */
function onlyIds(value: unknown): unknown {
  if (typeof value === 'string') return UUID.test(value) ? value : [];
  if (Array.isArray(value)) return value.map(onlyIds);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, onlyIds(one)]));
}

const names = (kind: 'query' | 'mutation') =>
  (Object.keys(vaultContract) as Name[])
    .filter((name) => vaultContract[name].kind === kind)
    .filter((name) => !/^(vault|users)\.|^backups\.(open|restore|create|prove|stop)/.test(name));

/** Calls that could speak of somebody: by id, by search, sorted, in a range of days, with odd things in them. */
function callsFor(name: Name, known: Known, count: number): unknown[] {
  known.turnTo(name);
  const { input } = vaultContract[name];
  const near = fc.sample(inputsNear(input, known), { seed: 20261122, numRuns: count });
  const plain = [
    {},
    { from: '2026-11-01', to: '2026-12-12' },
    { showClosed: true },
    ...[...OF_THE_CASE, 'Quisquilia', 'PRV', '" OR NEAR(Zorbulon) *'].map((query) => ({ query })),
    ...known.textsFor('id', undefined).map((id) => ({ id })),
    ...known.textsFor('personId', undefined).map((personId) => ({ personId })),
  ].filter((one) => input.safeParse(one).success);
  return [...near, ...plain];
}

/** Everything ids can be learned from, by somebody who sees all. */
async function learnAll({ core }: Pick<TestCore, 'core'>): Promise<Known> {
  const known = new Known({
    files: [new Uint8Array(aPdf(600))],
    folders: [await temporaryFolder()],
  });
  for (const day of ['2026-11-01', '2026-11-21', '2026-12-12']) known.add('', day);
  for (let round = 0; round < 2; round++) {
    for (const name of names('query')) {
      for (const input of callsFor(name, known, 3)) {
        const answer = await core.dispatch(name, input);
        if (answer.ok) known.learn(name, onlyIds(answer.data));
      }
    }
  }
  return known;
}

const wordsIn = (answer: unknown, words: string[]) => {
  const text = JSON.stringify(answer);
  return words.filter((word) => text.includes(word));
};

/** Tiers in whose answers somebody may find a needle; in all others nobody may. */
const MAY_TELL_CASE = ['general', 'partly', 'sealed', 'whole'];
const MAY_TELL_SEALED = ['partly', 'sealed'];

/** Some thousand calls: on a busy computer more than the usual half minute. */
const PATIENT = 180_000;

describe('how far each procedure reaches', () => {
  test('is as the policy says', () => {
    const table = Object.fromEntries(
      Object.entries(POLICY).map(([name, [, tier]]) => [name, tier]),
    );
    expect(tierOf).toEqual(table);
    for (const [name, [allowed, tier]] of Object.entries(POLICY)) {
      // What reaches everybody is for those alone who see every case.
      if (tier === 'whole') expect(allowed, name).toBe('coordinator');
      if (tier === 'numbers') expect(allowed, name).toBe('reporter coordinator');
    }
  });

  test('is refused by the tier alone, whatever the role lets somebody call', () => {
    const ask = (tier: Parameters<typeof refusalByTier>[0], isNamedOnSome = false) =>
      roles.map((role) => [role, refusalByTier(tier, { role, isNamedOnSome })]);
    const [missing, noKey] = ['role_missing', 'restricted_no_access'];
    const forWhoSeesAll = { volunteer: missing, mediator: missing };
    expect(Object.fromEntries(ask('whole'))).toMatchObject(forWhoSeesAll);
    expect(Object.fromEntries(ask('numbers'))).toMatchObject(forWhoSeesAll);
    expect(Object.fromEntries(ask('whole')).coordinator).toBeUndefined();
    const withoutKey = { volunteer: noKey, mediator: noKey, coordinator: undefined };
    expect(Object.fromEntries(ask('sealed'))).toMatchObject(withoutKey);
    expect(Object.fromEntries(ask('sealed', true)).volunteer).toBeUndefined();
    expect(Object.fromEntries(ask('general')).volunteer).toBeUndefined();
  });

  test(
    'shows in the answers of every query to a coordinator, to somebody named and to all others',
    async () => {
      const register = await aRegister();
      const { client, core, noor, failures } = register;
      const personId = await addRestrictedCase(client, register);
      await client.caseAccess.grant({ personId, userId: noor });
      const known = await learnAll(register);
      for (const who of Object.keys(PEOPLE) as Who[]) {
        await client.vault.lock({});
        await enter(register, who);
        const told = { case: new Set<string>(), sealed: new Set<string>() };
        for (const name of names('query')) {
          for (const input of callsFor(name, known, 3)) {
            const answer = await core.dispatch(name, input);
            if (wordsIn(answer, OF_THE_CASE).length > 0) told.case.add(name);
            if (wordsIn(answer, SEALED).length > 0) told.sealed.add(name);
          }
        }
        const sees = who === 'giulia' || who === 'noor';
        const tiersOf = (found: Set<string>) =>
          [...found].map((name) => [name, tierOf[name as Name]]);
        for (const [name, tier] of tiersOf(told.case)) {
          expect(sees && MAY_TELL_CASE.includes(tier ?? ''), `${name} told ${who} of a case`).toBe(
            true,
          );
        }
        for (const [name, tier] of tiersOf(told.sealed)) {
          expect(sees && MAY_TELL_SEALED.includes(tier ?? ''), `${name} opened to ${who}`).toBe(
            true,
          );
        }
        if (sees) {
          expect([...told.case]).toEqual(
            expect.arrayContaining(['people.list', 'people.get', 'diary.list']),
          );
          expect([...told.sealed]).toEqual(
            expect.arrayContaining(['notes.get', 'attachments.list']),
          );
        }
      }
      expect(failures).toEqual([]);
    },
    PATIENT,
  );

  test(
    'no change by somebody who is not named touches the case or tells of it',
    async () => {
      const register = await aRegister();
      const { client, core } = register;
      const personId = await addRestrictedCase(client, register);
      const known = await learnAll(register);
      const asSeen = () =>
        Promise.all([
          client.people.get({ id: personId }),
          client.notes.list({ personId }),
          client.attachments.list({ personId }),
          client.services.list({ personId }),
          client.consents.list({ personId }),
          client.plans.list({ personId }),
          client.referrals.list({ personId }),
          client.diary.list({ personId }),
        ]);
      const before = await asSeen();
      await client.vault.lock({});
      await enter(register, 'amal');
      for (const name of names('mutation')) {
        for (const input of callsFor(name, known, 3)) {
          const answer = await core.dispatch(name, input);
          expect(wordsIn(answer, [...OF_THE_CASE, ...SEALED]), name).toEqual([]);
        }
      }
      await client.vault.lock({});
      await enter(register, 'giulia');
      expect(await asSeen()).toEqual(before);
    },
    PATIENT,
  );

  test(
    'whoever is not named is answered the same, to the last number, with and without the case',
    async () => {
      const register = await aRegister();
      const { client, folder } = register;
      await client.vault.lock({});
      const without = await temporaryFolder();
      await cp(folder, without, { recursive: true });
      await enter(register, 'giulia');
      await addRestrictedCase(client, register);
      await client.vault.lock({});
      const answers = async (where: string) => {
        const test = await startCore({ folder: where });
        await enter(test, 'amal');
        const known = new Known({ files: [], folders: [] });
        known.add('id', register.openId);
        known.add('personId', register.openId);
        const all: [string, unknown, string][] = [];
        for (const name of names('query')) {
          for (const input of callsFor(name, known, 3)) {
            all.push([name, input, JSON.stringify(await test.core.dispatch(name, input))]);
          }
        }
        return all;
      };
      const [with_, without_] = [await answers(folder), await answers(without)];
      expect(with_.length).toBeGreaterThan(300);
      for (const [index, [name, input, answer]] of with_.entries()) {
        expect(answer, `${name} ${JSON.stringify(input)}`).toBe(without_[index]?.[2]);
      }
    },
    PATIENT,
  );
});
