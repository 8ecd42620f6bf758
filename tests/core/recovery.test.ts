import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinRecoveryParts, splitRecoveryKey } from '#core/recovery/recovery-parts.ts';
import { joinParts, multiply, splitSecret } from '#core/recovery/split-secret.ts';
import {
  newRecoveryKey,
  recoveryKeyBytes,
  recoveryKeyFromBytes,
} from '#core/vault/recovery-key.ts';
import { openCore } from '../support/open-core.ts';
import { textOf } from '../support/pdf-tools.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

/** Multiplication as long division of polynomials: slow, and written another way. */
function slowly(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) if ((b >> bit) % 2 === 1) product ^= a << bit;
  for (let degree = 14; degree >= 8; degree--) {
    if ((product >> degree) % 2 === 1) product ^= 0x11b << (degree - 8);
  }
  return product;
}

describe('the field of 256 elements', () => {
  test('multiplies as FIPS 197 does in its examples', () => {
    expect(multiply(0x57, 0x83)).toBe(0xc1);
    expect(multiply(0x57, 0x13)).toBe(0xfe);
    expect(multiply(0x53, 0xca)).toBe(0x01);
  });

  test('multiplies every pair as long division does', () => {
    for (let a = 0; a < 256; a++) {
      for (let b = 0; b < 256; b++) if (multiply(a, b) !== slowly(a, b)) expect([a, b]).toBe(0);
    }
  });
});

describe('a secret in three parts', () => {
  test('is split as computed by hand', () => {
    const parts = splitSecret(bytes(0x00, 0xff, 0x57), bytes(0x01, 0x02, 0x83));
    expect(parts.map((one) => [...one.bytes])).toEqual([
      [0x01, 0xfd, 0xd4],
      [0x02, 0xfb, 0x4a],
      [0x03, 0xf9, 0xc9],
    ]);
  });

  test('comes back from any two parts, in any order', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (secret) => {
        const parts = splitSecret(secret);
        for (const one of parts) {
          for (const other of parts) {
            const joined = joinParts(one, other);
            if (one === other) expect(joined).toBeUndefined();
            else expect(joined).toEqual(Buffer.from(secret));
          }
        }
      }),
    );
  });

  test('one part tells nothing: for every secret there is exactly one slope that gives it', () => {
    for (const number of [0, 1, 2]) {
      for (const secret of [0x00, 0x41, 0xff]) {
        const seen = new Set<number | undefined>();
        for (let slope = 0; slope < 256; slope++) {
          seen.add(splitSecret(bytes(secret), bytes(slope))[number]?.bytes[0]);
        }
        expect(seen.size).toBe(256);
      }
    }
  });

  test('is split with other slopes each time', () => {
    const secret = Buffer.alloc(20, 7);
    const once = splitSecret(secret)[0]?.bytes;
    expect(splitSecret(secret)[0]?.bytes).not.toEqual(once);
  });
});

describe('a recovery key in three parts', () => {
  test('goes through its bytes and back', () => {
    for (let round = 0; round < 50; round++) {
      const key = newRecoveryKey();
      expect(recoveryKeyFromBytes(recoveryKeyBytes(key.join('-')) ?? Buffer.alloc(0))).toEqual(key);
    }
  });

  test('comes back from two of them, however they are typed', () => {
    const key = newRecoveryKey();
    const [a = [], b = [], c = []] = splitRecoveryKey(key);
    expect([a, b, c].map((part) => part.length)).toEqual([10, 10, 10]);
    expect(joinRecoveryParts([a.join(' '), c.join('')])).toEqual({ groups: key });
    expect(joinRecoveryParts([c.join('-').toLowerCase(), b.join(' ')])).toEqual({ groups: key });
  });

  test('says what is wrong with two that give none', () => {
    const [a = [], b = []] = splitRecoveryKey(newRecoveryKey());
    const [, other = []] = splitRecoveryKey(newRecoveryKey());
    const text = (part: string[]) => part.join(' ');
    expect(joinRecoveryParts([text(a), text(a)])).toEqual({ problem: 'samePart' });
    expect(joinRecoveryParts([text(a), text(other)])).toEqual({ problem: 'otherKey' });
    const slipped = [b[0] ?? '', b[1] === 'AAAA' ? 'BBBB' : 'AAAA', ...b.slice(2)];
    expect(joinRecoveryParts([text(a), text(slipped)])).toEqual({ problem: 'misspelt', part: 2 });
    expect(joinRecoveryParts([text(a).slice(0, 20), text(b)])).toEqual({
      problem: 'misspelt',
      part: 1,
    });
  });
});

describe('the recovery kit', () => {
  test('puts the key on one sheet, in both languages, and names nobody', async () => {
    const { client } = await openCore();
    const { recoveryKey } = await client.vault.renewRecoveryKey({});
    for (const language of ['it', 'en'] as const) {
      const sheet = await client.recoverySheets.get({ language });
      expect(sheet.pageCount).toBe(1);
      const text = textOf(sheet.bytes);
      for (const group of recoveryKey.groups) expect(text).toContain(group);
      expect(text).not.toMatch(/Giulia|Ferraris|Prova ODV/);
      expect(sheet.suggestedName).not.toMatch(/recup|recover|key|chiave/i);
    }
  });

  test('exists only until the key was typed back', async () => {
    const { client } = await openCore();
    for (const part of [undefined, 1]) {
      await expect(
        client.recoverySheets.get({ language: 'it', ...(part ? { part } : {}) }),
      ).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(client.recoveryParts.create({})).rejects.toMatchObject({ code: 'not_found' });
  });

  test('split, each sheet holds its part alone, and two of them open the register', async () => {
    const { client, folder, recoveryKey: former } = await openCore();
    const { recoveryKey: whole } = await client.vault.renewRecoveryKey({});
    const { parts, confirm } = await client.recoveryParts.create({});
    for (const [index, groups] of parts.entries()) {
      const { bytes: pdf, pageCount } = await client.recoverySheets.get({
        language: 'it',
        part: index + 1,
      });
      expect(pageCount).toBe(1);
      const text = textOf(pdf);
      for (const group of groups) expect(text).toContain(group);
      for (const group of whole.groups) expect(groups).not.toContain(group);
    }
    const typedBack = confirm.map((position, index) => ({
      part: index + 1,
      position,
      value: parts[index]?.[position] ?? '',
    }));
    const [first] = typedBack;
    await expect(
      client.recoveryParts.confirm({ groups: typedBack.map(() => first ?? typedBack[1]) as never }),
    ).rejects.toMatchObject({ code: 'recovery_groups_wrong' });
    await client.recoveryParts.confirm({ groups: typedBack });
    expect(await client.vault.session({})).toMatchObject({ recoveryConfirmed: true });
    await client.vault.lock({});
    const passphrase = 'una frase del tutto nuova';
    const recover = (recoveryParts: [string, string]) =>
      client.vault.recover({ folder, recoveryParts, passphrase });
    const [a = '', b = '', c = ''] = parts.map((part) => part.join(' '));
    await expect(recover([a, a])).rejects.toMatchObject({
      code: 'recovery_parts_wrong',
      details: { problem: 'samePart' },
    });
    await expect(
      client.vault.recover({ folder, recoveryKey: former.join(' '), passphrase }),
    ).rejects.toMatchObject({ code: 'wrong_recovery_key' });
    await recover([b, c]);
    await client.vault.lock({});
    await client.vault.unlock({ folder, passphrase });
  });

  test('replaced, the parts of the former key open nothing', async () => {
    const { client, folder } = await openCore();
    await client.vault.renewRecoveryKey({});
    const { parts } = await client.recoveryParts.create({});
    await client.vault.renewRecoveryKey({});
    await client.vault.lock({});
    const [a = '', b = ''] = parts.map((part) => part.join(' '));
    await expect(
      client.vault.recover({ folder, recoveryParts: [a, b], passphrase: 'una frase nuova nuova' }),
    ).rejects.toMatchObject({ code: 'wrong_recovery_key' });
  });

  test('a new key that nobody typed back takes no more people until somebody does', async () => {
    const { client, folder } = await openCore();
    await client.vault.renewRecoveryKey({});
    await client.vault.lock({});
    const { recoveryConfirmed } = await client.vault.unlock({
      folder,
      passphrase: 'lanterna mulino cedro vela tamburo',
    });
    expect(recoveryConfirmed).toBe(false);
  });
});
