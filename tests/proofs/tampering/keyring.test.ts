import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#core/demo/seeded-random.ts';
import { currentKeyring } from '../../support/keys-of.ts';
import { createRegister } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';
import { report } from '../sizes.ts';
import { closedRegister } from './closed-register.ts';

type Json = Record<string, unknown> & { slots: Record<string, unknown>[] };

const REFUSALS = ['keyring_damaged', 'wrong_passphrase', 'register_newer'];

async function aKeyring() {
  const register = await closedRegister();
  const sound = (await currentKeyring(register.folder)) as unknown as Json;
  const path = join(register.folder, 'keyring.json');
  return {
    ...register,
    sound,
    /** Into the keyring alone, or into its copy as well. */
    write: async (value: unknown, copy = value) => {
      await writeFile(path, JSON.stringify(value));
      await writeFile(`${path}.1`, JSON.stringify(copy));
    },
  };
}

/** Every value inside, with the way to it. */
function leavesOf(value: unknown, way: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [way];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...way, key]));
}

function withChanged(keyring: Json, way: (string | number)[]): Json {
  const changed = structuredClone(keyring);
  let holder: Record<string | number, unknown> = changed;
  for (const step of way.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const last = way.at(-1) ?? '';
  const value = holder[last];
  if (typeof value === 'number') holder[last] = value + 1;
  else if (typeof value === 'boolean') holder[last] = !value;
  else holder[last] = otherText(String(value));
  return changed;
}

/** Of the same shape: one letter or digit in the middle is another one. */
function otherText(text: string): string {
  const at = Math.floor(text.length / 2);
  const place = /[0-9a-fA-F]/.test(text[at] ?? '') ? at : 0;
  const next = text[place] === 'b' ? 'c' : 'b';
  return text.slice(0, place) + next + text.slice(place + 1);
}

describe('a keyring', () => {
  test('of which any value was changed opens nothing, or by its whole copy, and says so', async () => {
    const { sound, write, tryToUnlock } = await aKeyring();
    const found: Record<string, number> = {};
    const leaves = leavesOf(sound);
    for (const way of leaves) {
      const changed = withChanged(sound, way);
      await write(changed);
      const both = await tryToUnlock();
      expect(REFUSALS, way.join('.')).toContain(both);
      await write(changed, sound);
      const one = await tryToUnlock();
      if (typeof one === 'object') expect(one, way.join('.')).toMatchObject({ people: 5 });
      else expect(REFUSALS, way.join('.')).toContain(one);
      found[String(both)] = (found[String(both)] ?? 0) + 1;
    }
    report('keyring edits', { edits: leaves.length, ...found });
    expect(leaves.length).toBeGreaterThan(30);
  });

  test('whose slots changed places, or come from another register, opens nothing', async () => {
    const { sound, write, tryToUnlock } = await aKeyring();
    const [giulia = {}, recovery = {}, amal = {}] = sound.slots;
    const other = await createRegister();
    await other.client.vault.lock({});
    const theirs = (await currentKeyring(other.folder)) as unknown as Json;
    const exchanged: unknown[][] = [
      [{ ...giulia, privateKey: amal.privateKey }, recovery, amal],
      [{ ...giulia, publicKey: amal.publicKey }, recovery, amal],
      [{ ...giulia, keys: amal.keys }, recovery, amal],
      [{ ...giulia, id: amal.id }, recovery, { ...amal, id: giulia.id }],
      [theirs.slots[0], recovery, amal],
      [giulia, recovery, { ...giulia, id: amal.id }],
    ];
    for (const [index, slots] of exchanged.entries()) {
      await write({ ...sound, slots });
      expect(REFUSALS, `exchange ${index}`).toContain(await tryToUnlock());
    }
  });

  test.each([
    { memoryKiB: 1 },
    { memoryKiB: 1024 },
    { memoryKiB: 19 * 1024 },
    { memoryKiB: 1024 * 1024 },
    { memoryKiB: 64 * 1024 * 1024 },
    { passes: 1 },
    { passes: 1_000_000 },
    { lanes: 1000 },
  ])('that asks for %o is refused before anything is computed', async (asked) => {
    const { sound, write, tryToUnlock } = await aKeyring();
    const slots = sound.slots.map((slot) =>
      slot.type === 'passphrase' ? { ...slot, cost: { ...(slot.cost as object), ...asked } } : slot,
    );
    await write({ ...sound, slots });
    const [before, start] = [process.memoryUsage().rss, performance.now()];
    expect(await tryToUnlock()).toBe('keyring_damaged');
    expect(performance.now() - start).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });
});

test('a large attachment with a flipped bit, or cut, is never shown', async () => {
  const { folder, client, unlock, people } = await closedRegister();
  await unlock();
  const bytes = aPdf(400_000);
  const { id } = await client.attachments.add({
    personId: people[0] ?? '',
    fileName: 'x.pdf',
    bytes,
  });
  const [name = ''] = await readdir(join(folder, 'att'));
  const path = join(folder, 'att', name);
  const sound = await readFile(path);
  const random = seededRandom(9);
  const attempts = [
    ...Array.from({ length: 40 }, () => {
      const flipped = Buffer.from(sound);
      const at = random.below(sound.length);
      flipped[at] = (sound[at] ?? 0) ^ (1 << random.below(8));
      return flipped;
    }),
    ...[0, 1, 15, 4096, sound.length - 1].map((length) => sound.subarray(0, length)),
    Buffer.concat([sound, Buffer.alloc(1)]),
  ];
  for (const spoilt of attempts) {
    await writeFile(path, spoilt);
    await expect(client.attachments.get({ id })).rejects.toMatchObject({
      code: 'attachment_damaged',
    });
  }
  await writeFile(path, sound);
  expect(Buffer.from((await client.attachments.get({ id })).bytes).equals(bytes)).toBe(true);
});
