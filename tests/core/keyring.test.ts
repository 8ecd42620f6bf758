import { hashRaw } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import {
  isKeyringAuthentic,
  type Keyring,
  makePassphraseSlot,
  makeRecoverySlot,
  newDataKeys,
  openWithPassphrase,
  openWithRecoveryKey,
  signKeyring,
} from '#core/vault/keyring.ts';
import {
  calibrateCost,
  derivePassphraseKey,
  floorCost,
  isAllowedCost,
  portableDerive,
} from '#core/vault/passphrase-key.ts';
import { newRecoveryKey, recoveryKeyToSlotKey } from '#core/vault/recovery-key.ts';
import { seal, unseal } from '#core/vault/seal.ts';

const vaultId = '0192f3a0-0000-7000-8000-00000000000a';
const slotIds = ['0192f3a0-0000-7000-8000-00000000000b', '0192f3a0-0000-7000-8000-00000000000c'];

async function aKeyring() {
  const keys = newDataKeys();
  const recoveryKey = newRecoveryKey();
  const head = { vaultId, generation: 1, keys };
  const slots = [
    await makePassphraseSlot({ ...head, id: slotIds[0] ?? '' }, 'frase segreta', floorCost),
    makeRecoverySlot({ ...head, id: slotIds[1] ?? '' }, recoveryKey),
  ];
  return { keys, recoveryKey, keyring: signKeyring({ vaultId, generation: 1, slots }, keys) };
}

const withSlot = (keyring: Keyring, change: Partial<Keyring['slots'][number]>): Keyring => ({
  ...keyring,
  slots: keyring.slots.map((slot, index) => (index === 0 ? { ...slot, ...change } : slot)),
});

describe('passphrase keys', () => {
  test('Argon2id is the one everybody knows, and the portable library gives the same bytes', async () => {
    // A vector of the reference implementation's own test suite (phc-winner-argon2, src/test.c).
    const vector = '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7';
    const known = { salt: Buffer.from('somesalt'), memoryCost: 65536, timeCost: 2, parallelism: 1 };
    const native = await hashRaw('password', { ...known, outputLen: 32 });
    expect(native.toString('hex')).toBe(vector);
    const salt = new Uint8Array(16).fill(7);
    const ours = await derivePassphraseKey('lanterna mulino', salt, floorCost);
    const portable = await portableDerive();
    const theirs = await portable(Buffer.from('lanterna mulino'), salt, floorCost);
    expect(ours.equals(Buffer.from(theirs))).toBe(true);
  });

  test('a cost under the floor or over the ceiling is refused before anything is computed', async () => {
    const salt = new Uint8Array(16);
    for (const memoryKiB of [1, 19 * 1024, 64 * 1024 - 1, 1024 * 1024, 64 * 1024 * 1024]) {
      expect(isAllowedCost({ ...floorCost, memoryKiB })).toBe(false);
      await expect(
        derivePassphraseKey('x', salt, { ...floorCost, memoryKiB }),
      ).rejects.toBeInstanceOf(RangeError);
    }
  });

  test('calibration stops where the next step would be too slow', async () => {
    let now = 0;
    const slow = await calibrateCost(() => {
      now += 800;
      return now;
    });
    expect(slow).toEqual(floorCost);
    const fast = await calibrateCost(() => 0);
    expect(fast.memoryKiB).toBe(512 * 1024);
  }, 60_000);
});

describe('sealed bytes', () => {
  test('open only with their key and what they are bound to', () => {
    const key = Buffer.alloc(32, 1);
    const sealed = seal(key, Buffer.from('data'), 'place');
    expect(unseal(key, sealed, 'place')?.toString()).toBe('data');
    expect(unseal(key, sealed, 'elsewhere')).toBeUndefined();
    expect(unseal(Buffer.alloc(32, 2), sealed, 'place')).toBeUndefined();
    for (let i = 0; i < sealed.length; i++) {
      const flipped = Buffer.from(sealed);
      flipped[i] = (flipped[i] ?? 0) ^ 1;
      expect(unseal(key, flipped, 'place')).toBeUndefined();
    }
    expect(unseal(key, sealed.subarray(0, 10), 'place')).toBeUndefined();
  });
});

describe('the keyring', () => {
  test('opens by passphrase and by recovery key to the same data keys', async () => {
    const { keys, keyring, recoveryKey } = await aKeyring();
    const byPassphrase = await openWithPassphrase(keyring, 'frase segreta');
    const byRecovery = openWithRecoveryKey(keyring, recoveryKey.join(' '));
    for (const opened of [byPassphrase, byRecovery]) {
      expect(opened?.keys.general.equals(keys.general)).toBe(true);
      expect(opened?.keys.restricted?.equals(keys.restricted)).toBe(true);
    }
    expect(await openWithPassphrase(keyring, 'frase sbagliata')).toBeUndefined();
  });

  test('a slot whose description was changed no longer opens', async () => {
    const { keyring } = await aKeyring();
    const changes = [
      { cost: { ...floorCost, passes: 4 } },
      { generation: 2 },
      { salt: Buffer.alloc(16).toString('base64') },
      { id: slotIds[1] ?? '' },
    ];
    for (const change of changes) {
      expect(await openWithPassphrase(withSlot(keyring, change), 'frase segreta')).toBeUndefined();
    }
    const moved = { ...keyring, vaultId: slotIds[0] ?? '' };
    expect(await openWithPassphrase(moved, 'frase segreta')).toBeUndefined();
  });

  test('notices slots that were taken away or brought in from outside', async () => {
    const { keyring, keys } = await aKeyring();
    expect(isKeyringAuthentic(keyring, keys)).toBe(true);
    const fewer = { ...keyring, slots: keyring.slots.slice(0, 1) };
    expect(isKeyringAuthentic(fewer, keys)).toBe(false);
    const other = await aKeyring();
    const mixed = { ...keyring, slots: [...keyring.slots, ...other.keyring.slots] };
    expect(isKeyringAuthentic(mixed, keys)).toBe(false);
  });
});

describe('the recovery key', () => {
  test('has 160 bits in groups, and forgives what handwriting confuses', () => {
    const key = newRecoveryKey();
    expect(key).toHaveLength(9);
    expect(key.join('')).toMatch(/^[0-9A-HJKMNP-TV-Z]{36}$/);
    const salt = new Uint8Array(16);
    const slotKey = recoveryKeyToSlotKey(key.join(''), salt);
    const scrawled = key.join(' - ').toLowerCase().replaceAll('0', 'O').replaceAll('1', 'i');
    expect(recoveryKeyToSlotKey(scrawled, salt)).toEqual(slotKey);
  });

  test('tells a slip of the pen from a key', () => {
    const key = newRecoveryKey();
    const [first = '', ...rest] = key;
    const slipped = [(first[0] === 'A' ? 'B' : 'A') + first.slice(1), ...rest];
    expect(recoveryKeyToSlotKey(slipped.join(''), new Uint8Array(16))).toBeUndefined();
    expect(recoveryKeyToSlotKey('', new Uint8Array(16))).toBeUndefined();
  });
});
