import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { aLetter, aName, anOffice, aPerson, aReferralConsent } from '../../support/factories.ts';
import { openCore } from '../../support/open-core.ts';
import { textOf } from '../../support/pdf-tools.ts';

async function fivePeople() {
  const test = await openCore();
  const { client } = test;
  const { id: officeId } = await client.organisations.save(anOffice());
  const personIds: string[] = [];
  for (const [at, family] of ['Uno', 'Due', 'Tre', 'Quattro', 'Cinque'].entries()) {
    const { id } = await client.people.create(aPerson({ names: [aName('Amina', family)] }));
    personIds.push(id);
    // The third has not said yes.
    if (at !== 2) {
      await client.consents.give({ personId: id, details: aReferralConsent(officeId) });
    }
  }
  return { ...test, personIds, batch: { picked: { personIds }, details: aLetter(officeId) } };
}

describe('letters for several people', () => {
  test('go to whoever consented, say why the others get none, and leave no gap', async () => {
    const { client, batch, saved } = await fivePeople();
    const check = await client.letterBatches.check(batch);
    expect(check.ready).toHaveLength(4);
    expect(check.refused).toMatchObject([{ listedName: 'Tre Amina', code: 'consent_missing' }]);
    expect((await client.protocol.list({})).total).toBe(0);
    const result = await client.letterBatches.issue({ ...batch, seal: check.seal });
    expect(result.issued.map(({ protocol }) => protocol)).toEqual([
      '1/2026',
      '2/2026',
      '3/2026',
      '4/2026',
    ]);
    expect(result.refused).toMatchObject([{ code: 'consent_missing' }]);
    const letterIds = result.issued.map(({ letterId }) => letterId);
    const one = await saved((grant) =>
      client.letterBatches.save({ letterIds, manner: 'one', grant }),
    );
    expect(textOf(one)).toMatch(/Uno[\s\S]*Due[\s\S]*Quattro[\s\S]*Cinque/);
    const zip = await saved((grant) =>
      client.letterBatches.save({ letterIds, manner: 'each', grant }),
    );
    const files = unzipSync(zip);
    expect(Object.keys(files).sort()).toEqual([1, 2, 3, 4].map((n) => `lettera-2026-000${n}.pdf`));
    const [first = ''] = letterIds;
    const { bytes } = await client.documents.letter({ letterId: first });
    expect(files['lettera-2026-0001.pdf']).toEqual(bytes);
  });

  test('stop when somebody says so, with a number for each letter there is', async () => {
    const { client, batch, events } = await fivePeople();
    const { seal } = await client.letterBatches.check(batch);
    const issuing = client.letterBatches.issue({ ...batch, seal });
    await expect
      .poll(() => events.filter(({ name }) => name === 'progress').length, {
        interval: 1,
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
    await client.letterBatches.stop({});
    const { issued, isStopped } = await issuing;
    expect(isStopped).toBe(true);
    expect(issued.length).toBeGreaterThan(0);
    expect(issued.length).toBeLessThan(4);
    expect((await client.protocol.list({})).total).toBe(issued.length);
  });

  test('about somebody’s safety are refused: each of those is looked at by two', async () => {
    const { client, personIds } = await fivePeople();
    const { id: officeId } = await client.organisations.save(anOffice({ kind: 'antiViolence' }));
    const [personId = ''] = personIds;
    await client.consents.give({ personId, details: aReferralConsent(officeId) });
    const details = aLetter(officeId, { templateCode: 'CAV', facts: ['languages'] });
    const check = await client.letterBatches.check({ picked: { personIds: [personId] }, details });
    expect(check.refused).toMatchObject([{ code: 'letter_needs_second_person' }]);
  });

  test('do not leave when anything changed since somebody looked', async () => {
    const { client, batch, personIds } = await fivePeople();
    const { seal } = await client.letterBatches.check(batch);
    const [id = ''] = personIds;
    const { details, revision } = await client.people.get({ id });
    await client.people.update({ id, revision, details: { ...details, nationalities: ['ETH'] } });
    await expect(client.letterBatches.issue({ ...batch, seal })).rejects.toMatchObject({
      code: 'letter_changed_since_seen',
    });
    expect((await client.protocol.list({})).total).toBe(0);
  });
});
