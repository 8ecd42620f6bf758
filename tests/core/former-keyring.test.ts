import { createHmac } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { derivePassphraseKey, floorCost } from '#core/vault/passphrase-key.ts';
import { recoveryKeyToSlotKey } from '#core/vault/recovery-key.ts';
import { readKeyring } from '#core/vault/register-folder.ts';
import { deriveKey, seal } from '#core/vault/seal.ts';
import { aPerson } from '../support/factories.ts';
import { currentKeyring, keysOf } from '../support/keys-of.ts';
import { openCore, startCore, testPassphrase } from '../support/open-core.ts';

const amals = 'frase di amal per entrare';
const omars = 'frase di omar per entrare';

interface Keys {
  general: Buffer;
  restricted?: Buffer | undefined;
}

/** A slot as the first released program wrote it, by hand: this must not follow later changes. */
function formerSlot(
  vaultId: string,
  id: string,
  slotKey: Buffer,
  keys: Keys,
  salt: Buffer,
  cost?: typeof floorCost,
) {
  const type = cost ? 'passphrase' : 'recovery';
  const costText = cost ? `argon2id:${cost.memoryKiB}:${cost.passes}:${cost.lanes}` : 'hkdf';
  const bound = [1, vaultId, id, type, 1, costText, salt.toString('base64')].join('|');
  const plain = Buffer.concat([keys.general, keys.restricted ?? Buffer.alloc(0)]);
  const wrapped = seal(slotKey, plain, bound).toString('base64');
  const slot = {
    id,
    type,
    generation: 1,
    ...(cost ? { cost } : {}),
    salt: salt.toString('base64'),
    wrapped,
  };
  return { slot, signed: [bound, wrapped] };
}

async function passphraseSlot(vaultId: string, id: string, passphrase: string, keys: Keys) {
  const salt = Buffer.alloc(16, id.charCodeAt(id.length - 1));
  const slotKey = await derivePassphraseKey(passphrase, salt, floorCost);
  return formerSlot(vaultId, id, slotKey, keys, salt, floorCost);
}

/** A register with Giulia and Amal whose keyring is put back to format 1. */
async function aFormerRegister() {
  const test = await openCore();
  const { client, folder, recoveryKey } = test;
  await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
  const { id: personId } = await client.people.create(aPerson());
  await client.vault.lock({});
  const { vaultId, slots } = await currentKeyring(folder);
  const keys = await keysOf(folder, { passphrase: testPassphrase });
  if (!keys) throw new Error('does not open');
  const [giulia, recovery, amal] = slots.map((slot) => slot.id);
  const salt = Buffer.alloc(16, 9);
  const recoverySlotKey = recoveryKeyToSlotKey(recoveryKey.join(''), salt) ?? Buffer.alloc(32);
  const made = [
    await passphraseSlot(vaultId, giulia ?? '', testPassphrase, keys),
    formerSlot(vaultId, recovery ?? '', recoverySlotKey, keys, salt),
    await passphraseSlot(vaultId, amal ?? '', amals, { general: keys.general }),
  ];
  const signed = JSON.stringify([1, vaultId, 1, made.map((one) => one.signed)]);
  const mac = createHmac('sha256', deriveKey(keys.general, 'keyring'))
    .update(signed)
    .digest('base64');
  const former = { format: 1, vaultId, generation: 1, slots: made.map((one) => one.slot), mac };
  const path = join(folder, 'keyring.json');
  await writeFile(path, JSON.stringify(former));
  await writeFile(`${path}.1`, JSON.stringify(former));
  return { ...test, personId, former, path };
}

describe('a keyring of the first kind', () => {
  test('opens for a volunteer, who leaves it as it is', async () => {
    const { client, folder, personId } = await aFormerRegister();
    expect(await client.vault.status({ folder })).toMatchObject({ asksForName: false });
    await client.vault.unlock({ folder, passphrase: amals });
    expect((await client.people.get({ id: personId })).id).toBe(personId);
    await expect(
      client.users.changePassphrase({ current: amals, passphrase: omars }),
    ).rejects.toMatchObject({ code: 'keyring_outdated' });
    await client.vault.lock({});
    expect((await readKeyring(folder)).format).toBe(1);
  });

  test('is brought to the new kind by the first coordinator who opens it, and everybody still opens', async () => {
    const { client, folder, personId, recoveryKey } = await aFormerRegister();
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    expect((await client.people.get({ id: personId })).id).toBe(personId);
    await client.notes.save({
      personId,
      note: { kind: 'other', notedOn: '2026-11-20', text: 'Nota.' },
    });
    const { items, isRecoveryOutdated } = await client.users.list({});
    expect(items.map((one) => [one.name, one.isOutdated])).toEqual([
      ['Amal', true],
      ['Giulia Ferraris', false],
    ]);
    expect(isRecoveryOutdated).toBe(true);
    await client.vault.lock({});
    expect((await readKeyring(folder)).format).toBe(2);
    for (const passphrase of [amals, testPassphrase]) {
      await client.vault.unlock({ folder, passphrase });
      await client.vault.lock({});
    }
    await client.vault.recover({
      folder,
      recoveryKey: recoveryKey.join(' '),
      passphrase: 'frase dopo il recupero',
    });
    expect((await client.notes.list({ personId })).items).toHaveLength(1);
  });

  test('keeps nobody out: people are removed only when everybody who stays has a key pair', async () => {
    const { client, folder } = await aFormerRegister();
    await client.vault.unlock({ folder, passphrase: testPassphrase });
    const omar = await client.users.add({ name: 'Omar', role: 'volunteer', passphrase: omars });
    await expect(client.users.remove({ id: omar.id })).rejects.toMatchObject({
      code: 'keyring_outdated',
    });
    const amal = (await client.users.list({})).items.find((one) => one.name === 'Amal');
    await client.users.reset({ id: amal?.id ?? '', passphrase: amals });
    await client.vault.renewRecoveryKey({});
    await client.users.remove({ id: omar.id });
    await client.vault.lock({});
    await client.vault.unlock({ folder, name: 'amal', passphrase: amals });
  });

  test('opens with its recovery key, and is brought to the new kind by it', async () => {
    const { client, folder, personId, recoveryKey, path } = await aFormerRegister();
    const passphrase = 'frase dopo il recupero';
    await client.vault.recover({ folder, recoveryKey: recoveryKey.join(' '), passphrase });
    expect((await client.people.get({ id: personId })).id).toBe(personId);
    await client.vault.lock({});
    expect((await readKeyring(folder)).format, path).toBe(2);
    await client.vault.unlock({ folder, passphrase });
  });

  test('that somebody touched is refused', async () => {
    const { folder, former, path } = await aFormerRegister();
    await writeFile(path, JSON.stringify({ ...former, slots: former.slots.slice(0, 1) }));
    await rm(`${path}.1`);
    const { client } = await startCore({ folder });
    await expect(client.vault.unlock({ folder, passphrase: testPassphrase })).rejects.toMatchObject(
      { code: 'keyring_damaged' },
    );
  });
});
