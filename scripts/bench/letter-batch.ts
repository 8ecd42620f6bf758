/** Two hundred letters by one order, as the page gives it: looked at, confirmed, numbered, filed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import { openEmptyDemo } from '#core/demo/demo-core.ts';
import { demoPassphrase } from '#core/demo/demo-passphrase.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import {
  aLetter,
  aName,
  anOffice,
  aPerson,
  aReferralConsent,
} from '../../tests/support/factories.ts';
import { compared, type Finding } from './measure.ts';

const people = 200;
const today = '2026-11-21';

async function fill(client: Client) {
  const { id: officeId } = await client.organisations.save(anOffice());
  const personIds: string[] = [];
  for (let index = 0; index < people; index += 1) {
    const { id } = await client.people.create(
      aPerson({ names: [aName('Amina', `Warsame ${index}`)] }),
    );
    await client.consents.give({ personId: id, details: aReferralConsent(officeId) });
    personIds.push(id);
  }
  return { officeId, personIds };
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

export async function benchLetterBatch(): Promise<Finding[]> {
  const parent = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  const folder = join(parent, 'register');
  try {
    const demo = await openEmptyDemo({ folder, seed: 3, today, ports: nodePorts() });
    const { officeId, personIds } = await fill(demo.client);
    await demo.core.close();
    const clock = { now: () => new Date(`${today}T10:00:00Z`), today: () => today };
    const core = createCore(nodePorts({ clock, passphraseCost: floorCost }));
    try {
      const client = createClient(core.dispatch);
      await client.vault.unlock({ folder, passphrase: demoPassphrase });
      return await measure(client, officeId, personIds);
    } finally {
      await core.close();
    }
  } finally {
    await rm(parent, { recursive: true });
  }
}

async function measure(client: Client, officeId: string, personIds: string[]): Promise<Finding[]> {
  const [personId = ''] = personIds;
  const details = aLetter(officeId);
  const [, first] = await timed(() =>
    client.documents.previewLetter({ personId, details, urgency: 'normal' }),
  );
  const batch = { picked: { personIds }, details, urgency: 'normal' as const };
  const [check, looked] = await timed(() => client.letterBatches.check(batch));
  const [{ issued }, ordered] = await timed(() =>
    client.letterBatches.issue({ ...batch, seal: check.seal }),
  );
  if (issued.length !== people) throw new Error(`${issued.length} letters were issued`);
  const each = (milliseconds: number) => milliseconds / people;
  return [
    compared({ name: 'the first letter after unlocking', value: first, unit: 'ms' }, undefined, {
      value: 1_500,
    }),
    compared(
      {
        name: `each of ${people} letters of one order, looked at and issued`,
        value: each(looked + ordered),
        unit: 'ms',
      },
      undefined,
      { value: 250 },
    ),
    compared({ name: 'of it, for looking at them', value: each(looked), unit: 'ms' }),
  ];
}
