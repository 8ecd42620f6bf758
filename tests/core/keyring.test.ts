import { argon2Sync, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { newKeyPair, openSealed, publicKeyOf, sealTo } from '#core/vault/key-pair.ts';
import {
  isKeyringAuthentic,
  newDataKeys,
  openWithPassphrase,
  openWithRecoveryKey,
  signKeyring,
  signUnchangedList,
} from '#core/vault/keyring.ts';
import type { KeyPairSlot, Keyring, PassphraseSlot } from '#core/vault/keyring-format.ts';
import {
  betterCost,
  calibrateCost,
  derivePassphraseKey,
  floorCost,
  isAllowedCost,
  knownAnswers,
  portableDerive,
  trustedDerive,
} from '#core/vault/passphrase-key.ts';
import { newRecoveryKey, recoveryKeyToSlotKey } from '#core/vault/recovery-key.ts';
import { seal, unseal } from '#core/vault/seal.ts';
import { makePassphraseSlot, makeRecoverySlot, newSalt } from '#core/vault/slots.ts';

const vaultId = '0192f3a0-0000-7000-8000-00000000000a';
const slotIds = ['0192f3a0-0000-7000-8000-00000000000b', '0192f3a0-0000-7000-8000-00000000000c'];

async function aKeyring() {
  const keys = newDataKeys();
  const recoveryKey = newRecoveryKey();
  const doorSalt = newSalt();
  const head = { vaultId, doorSalt, keys: new Map([[1, keys]]) };
  const secret = { passphrase: 'frase segreta', name: 'amal' };
  const slots = [
    await makePassphraseSlot({ ...head, id: slotIds[0] ?? '' }, secret, floorCost),
    makeRecoverySlot({ ...head, id: slotIds[1] ?? '' }, recoveryKey),
  ];
  const keyring = signKeyring({ vaultId, generation: 1, doorSalt, slots }, keys);
  return { keys, recoveryKey, keyring };
}

const withSlot = (keyring: Keyring, change: Partial<PassphraseSlot>): Keyring => ({
  ...keyring,
  slots: keyring.slots.map((slot, index) =>
    index === 0 ? ({ ...slot, ...change } as PassphraseSlot) : slot,
  ),
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

  test('RFC 9106’s own vector, by way of the one implementation that takes its associated data', async () => {
    // RFC 9106, section 5.3.
    const sizes = { parallelism: 4, tagLength: 32, memory: 32, passes: 3 };
    const bytes = (length: number, value: number) => Buffer.alloc(length, value);
    const secret = bytes(8, 3);
    const vector = { message: bytes(32, 1), nonce: bytes(16, 2), ...sizes, secret };
    const rfc = argon2Sync('argon2id', { ...vector, associatedData: bytes(12, 4) });
    expect(rfc.toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    );
    // The same but for those data is what each library is asked before it is trusted.
    expect(knownAnswers[0]?.hex).toBe(argon2Sync('argon2id', vector).toString('hex'));
    for (const { passphrase, salt, cost, secret: known, hex } of knownAnswers) {
      const asked = { parallelism: cost.lanes, tagLength: 32, memory: cost.memoryKiB };
      const answer = argon2Sync('argon2id', {
        ...{ message: passphrase, nonce: salt, passes: cost.passes, ...asked },
        ...(known ? { secret: known } : {}),
      });
      expect(answer.toString('hex')).toBe(hex);
    }
    // So that one is Argon2id, and ours computes what it does wherever both can be asked.
    const portable = await portableDerive();
    for (const [memoryKiB, passes, lanes] of [
      [64 * 1024, 3, 4],
      [96 * 1024, 4, 1],
    ] as const) {
      const salt = randomBytes(16);
      const passphrase = randomBytes(12).toString('base64');
      const message = Buffer.from(passphrase);
      const theirs = argon2Sync('argon2id', {
        ...{ message, nonce: salt, parallelism: lanes, tagLength: 32 },
        ...{ memory: memoryKiB, passes },
      });
      const cost = { memoryKiB, passes, lanes };
      expect((await derivePassphraseKey(passphrase, salt, cost)).equals(theirs)).toBe(true);
      expect(theirs.equals(await portable(message, salt, cost))).toBe(true);
    }
  });

  test('a library that computes something else, or does not load, is passed over', async () => {
    const broken = async () => {
      throw new Error('no native code for this computer');
    };
    const wrong = async () => async () => new Uint8Array(32);
    const derive = await trustedDerive([broken, wrong, portableDerive]);
    const salt = new Uint8Array(16).fill(7);
    const bytes = await derive(Buffer.from('lanterna mulino'), salt, floorCost);
    const ours = await derivePassphraseKey('lanterna mulino', salt, floorCost);
    expect(ours.equals(Buffer.from(bytes))).toBe(true);
    await expect(trustedDerive([broken, wrong])).rejects.toMatchObject({
      code: 'self_test_failed',
    });
  });

  test.each([
    [100, 512],
    [200, 256],
    [400, 128],
    [800, undefined],
  ])('an unlock that took %i ms makes the next one cost %s MiB, in one step', (ms, mebibytes) => {
    const memoryKiB = betterCost(floorCost, ms)?.memoryKiB;
    expect(memoryKiB && memoryKiB / 1024).toBe(mebibytes);
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

const byPassphrase = { passphrase: 'frase segreta', name: 'amal' };

describe('the keyring', () => {
  test('opens by passphrase and by recovery key to the same data keys', async () => {
    const { keys, keyring, recoveryKey } = await aKeyring();
    const opened = [
      await openWithPassphrase(keyring, byPassphrase),
      openWithRecoveryKey(keyring, recoveryKey.join(' ')),
    ];
    for (const one of opened) {
      expect(one?.keys.get(1)?.general.equals(keys.general)).toBe(true);
      expect(one?.keys.get(1)?.restricted?.equals(keys.restricted)).toBe(true);
    }
  });

  test('opens with the right name and the right passphrase only', async () => {
    const { keyring } = await aKeyring();
    for (const wrong of [
      { ...byPassphrase, passphrase: 'frase sbagliata' },
      { ...byPassphrase, name: 'omar' },
      { passphrase: byPassphrase.passphrase },
    ]) {
      expect(await openWithPassphrase(keyring, wrong)).toBeUndefined();
    }
  });

  test('does as much work for an unknown name as for a wrong passphrase', async () => {
    const { keyring } = await aKeyring();
    const times = { unknownName: 0, wrongPassphrase: 0 };
    for (let round = 0; round < 4; round++) {
      let before = performance.now();
      await openWithPassphrase(keyring, { ...byPassphrase, name: 'nobody' });
      times.unknownName += performance.now() - before;
      before = performance.now();
      await openWithPassphrase(keyring, { ...byPassphrase, passphrase: 'frase sbagliata' });
      times.wrongPassphrase += performance.now() - before;
    }
    // Wide, because other programs share the computer; a skipped derivation would be a hundred times off.
    expect(times.unknownName / times.wrongPassphrase).toBeGreaterThan(0.4);
    expect(times.unknownName / times.wrongPassphrase).toBeLessThan(2.5);
  });

  test('holds no name, not even as something to compare with', async () => {
    const { keyring } = await aKeyring();
    expect(JSON.stringify(keyring).toLowerCase()).not.toContain('amal');
    const [first] = keyring.slots;
    expect(Object.keys(first ?? {}).sort()).toEqual(
      ['cost', 'id', 'isNamed', 'keys', 'privateKey', 'publicKey', 'salt', 'type'].sort(),
    );
  });

  test('a slot whose description was changed no longer opens', async () => {
    const { keyring } = await aKeyring();
    const other = newKeyPair().publicKey.toString('base64');
    const changes = [
      { cost: { ...floorCost, passes: 4 } },
      { salt: Buffer.alloc(16).toString('base64') },
      { id: slotIds[1] ?? '' },
      { publicKey: other },
      { isNamed: false },
    ];
    for (const change of changes) {
      const opened = await openWithPassphrase(withSlot(keyring, change), byPassphrase);
      expect(opened, JSON.stringify(change)).toBeUndefined();
    }
    const moved = { ...keyring, vaultId: slotIds[0] ?? '' };
    expect(await openWithPassphrase(moved, byPassphrase)).toBeUndefined();
  });

  test('data keys given to one generation or slot do not pass for another', async () => {
    const { keyring } = await aKeyring();
    const [first, second] = keyring.slots as KeyPairSlot[];
    const later = (first?.keys ?? []).map((one) => ({ ...one, generation: 2 }));
    expect(await openWithPassphrase(withSlot(keyring, { keys: later }), byPassphrase)).toBe(
      undefined,
    );
    const theirs = withSlot(keyring, { keys: second?.keys ?? [] });
    expect(await openWithPassphrase(theirs, byPassphrase)).toBeUndefined();
  });

  test('notices slots that were taken away or brought in from outside', async () => {
    const { keyring, keys } = await aKeyring();
    expect(isKeyringAuthentic(keyring, keys)).toBe(true);
    const fewer = { ...keyring, slots: keyring.slots.slice(0, 1) };
    expect(isKeyringAuthentic(fewer, keys)).toBe(false);
    const other = await aKeyring();
    const mixed = { ...keyring, slots: [...keyring.slots, ...other.keyring.slots] };
    expect(isKeyringAuthentic(mixed, keys)).toBe(false);
    expect(isKeyringAuthentic({ ...keyring, auditHead: { seq: 1, mac: 'AAAA' } }, keys)).toBe(
      false,
    );
  });

  test('a public key exchanged by somebody with the general key alone is noticed by coordinators', async () => {
    const { keyring, keys } = await aKeyring();
    const { format, mac, ...unsigned } = withSlot(keyring, {
      publicKey: newKeyPair().publicKey.toString('base64'),
    });
    const forged = signUnchangedList(unsigned, { general: keys.general });
    expect(isKeyringAuthentic(forged, { general: keys.general })).toBe(true);
    expect(isKeyringAuthentic(forged, keys)).toBe(false);
  });
});

describe('sealing to somebody who is not there', () => {
  test('opens with their private key, in its place, and no other', () => {
    const [mine, yours] = [newKeyPair(), newKeyPair()];
    const box = sealTo(mine.publicKey, Buffer.from('data key'), 'place');
    expect(openSealed(mine.privateKey, box, 'place')?.toString()).toBe('data key');
    expect(openSealed(mine.privateKey, box, 'elsewhere')).toBeUndefined();
    expect(openSealed(yours.privateKey, box, 'place')).toBeUndefined();
    for (let i = 0; i < box.length; i++) {
      const flipped = Buffer.from(box);
      flipped[i] = (flipped[i] ?? 0) ^ 1;
      expect(openSealed(mine.privateKey, flipped, 'place'), String(i)).toBeUndefined();
    }
    expect(openSealed(mine.privateKey, Buffer.alloc(20), 'place')).toBeUndefined();
    expect(openSealed(mine.privateKey, Buffer.alloc(100), 'place')).toBeUndefined();
  });

  test('never makes the same box twice', () => {
    const { publicKey } = newKeyPair();
    const box = () => sealTo(publicKey, Buffer.from('data key'), 'place').toString('hex');
    expect(box()).not.toBe(box());
  });

  test('agrees with the known answer of RFC 7748', () => {
    const alice = Buffer.from(
      '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a',
      'hex',
    );
    expect(publicKeyOf(alice).toString('hex')).toBe(
      '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
    );
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
