import { expect, test } from 'vitest';
import { newDataKeys } from '#core/vault/keyring.ts';
import { costText, keyringFormat } from '#core/vault/keyring-format.ts';
import { derivePassphraseKey, floorCost } from '#core/vault/passphrase-key.ts';
import { newRecoveryKey, recoveryKeyToSlotKey } from '#core/vault/recovery-key.ts';
import { unseal } from '#core/vault/seal.ts';
import { makePassphraseSlot, makeRecoverySlot, newSalt } from '#core/vault/slots.ts';
import { slotKeyByHand } from '../support/slot-key.ts';

const vaultId = '0192f3a0-0000-7000-8000-00000000000a';
const id = '0192f3a0-0000-7000-8000-00000000000b';
const bytesOf = (text: string) => Buffer.from(text, 'base64');

/*
 * Sealing and opening change together, so a slot made and opened by the same program proves nothing about what
 * its private key is bound to. Here it is opened by hand, with the description written down once more.
 */
test('the private key of a slot is bound to everything that describes the slot', async () => {
  const keys = new Map([[1, newDataKeys()]]);
  const recoveryKey = newRecoveryKey();
  const recovery = makeRecoverySlot({ id, vaultId, keys }, recoveryKey);
  const slotKey = recoveryKeyToSlotKey(recoveryKey.join(''), bytesOf(recovery.salt));
  const described = [
    ...[keyringFormat, vaultId, id, 'recovery', 'hkdf'],
    ...[recovery.salt, recovery.publicKey],
  ];
  const open = (bound: string) =>
    unseal(slotKey ?? Buffer.alloc(32), bytesOf(recovery.privateKey), bound);
  expect(open(described.join('|'))).toHaveLength(32);
  for (let left = 1; left < described.length; left++) {
    expect(open(described.slice(0, left).join('|'))).toBeUndefined();
  }
});

test('that of a passphrase slot to what Argon2id costs as well', async () => {
  const keys = new Map([[1, newDataKeys()]]);
  const doorSalt = newSalt();
  const secret = { passphrase: 'frase segreta', name: 'amal' };
  const slot = await makePassphraseSlot({ id, vaultId, doorSalt, keys }, secret, floorCost);
  const key = await slotKeyByHand(
    { ...secret, doorSalt, salt: slot.salt, id },
    (passphrase, salt) => derivePassphraseKey(passphrase, salt, floorCost),
  );
  const bound = (cost: string) =>
    [keyringFormat, vaultId, id, 'passphrase', `${cost}:true`, slot.salt, slot.publicKey].join('|');
  const open = (cost: string) => unseal(key, bytesOf(slot.privateKey), bound(cost));
  expect(open(costText(floorCost))).toHaveLength(32);
  expect(open(costText({ ...floorCost, passes: 4 }))).toBeUndefined();
});
