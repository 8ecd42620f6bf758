import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Client } from '#api/client.ts';
import { openManifest, sealManifest } from '#core/backups/manifest.ts';
import {
  firstBackup,
  granted,
  membersOf,
  type RawMember,
  readBackup,
} from '../../support/backups.ts';
import { aPerson } from '../../support/factories.ts';
import { keysOf } from '../../support/keys-of.ts';
import { createRegister, startCore, testPassphrase } from '../../support/open-core.ts';
import { aPdf } from '../../support/papers.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function twoBackups() {
  // A register of its own: the others in this process are copies of one.
  const test = await createRegister();
  const { client, folder } = test;
  const { id: personId } = await client.people.create(aPerson());
  for (const size of [280_000, 290_000]) {
    await client.attachments.add({ personId, fileName: 'a.pdf', bytes: aPdf(size) });
  }
  const { path, place } = await firstBackup(test);
  await client.people.create(aPerson());
  const passphrase = 'frase di amal per entrare';
  await client.users.add({ name: 'Amal', role: 'volunteer', passphrase });
  const { fileName } = await client.backups.create({});
  const keys = await keysOf(folder, { passphrase: testPassphrase });
  if (!keys) throw new Error('no keys');
  const [first, second] = [await readBackup(path), await readBackup(join(place, fileName))];
  return { first, second, keys };
}

/** With a check that fits, as somebody who knows the format would write it. */
function withCheck(bytes: Buffer, member: RawMember): Buffer {
  const { start, from, size } = member;
  const check = createHash('sha256')
    .update(bytes.subarray(start, from + size))
    .digest();
  const fixed = Buffer.from(bytes);
  check.copy(fixed, from + size);
  return fixed;
}

function flipped(bytes: Buffer, at: number, bit = 0): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
  return changed;
}

function member(kind: number, id: string, body: Buffer): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt8(kind, 0);
  header.write(id, 1, 'hex');
  header.writeBigUInt64BE(BigInt(body.length), 17);
  const whole = Buffer.concat([header, body]);
  return Buffer.concat([whole, createHash('sha256').update(whole).digest()]);
}

const slice = (bytes: Buffer, one: RawMember | undefined) =>
  bytes.subarray(one?.start ?? 0, one?.end ?? 0);

/** What the door answers to a file, and that it left nothing behind. */
async function attempts() {
  const test = await startCore();
  const stick = await temporaryFolder();
  let count = 0;
  return async (bytes: Buffer): Promise<string> => {
    const path = join(stick, `copy-${count++}`);
    await writeFile(path, bytes);
    const answer = await restoreInto(test.client, test.folder, granted(test, path, 'read'));
    if (answer !== 'restored') expect(await readdir(test.folder)).toEqual([]);
    return answer;
  };
}

async function restoreInto(client: Client, folder: string, grant: string): Promise<string> {
  try {
    await client.backups.open({ grant });
    await client.backups.restore({
      folder,
      newFolderName: 'Registro',
      way: { passphrase: testPassphrase },
    });
    return 'restored';
  } catch (failure) {
    return String((failure as { code?: unknown }).code);
  }
}

const KINDS = ['keyring', 'database', 'attachment', 'attachment', 'manifest'];

describe('a copy that is not as it was made', () => {
  test('one flipped bit in the beginning, the middle or the end of any member is refused', async () => {
    const { first } = await twoBackups();
    const restore = await attempts();
    const { bytes, members } = first;
    expect(members).toHaveLength(KINDS.length);
    for (const [index, { start, from, size, end }] of members.entries()) {
      for (const at of [from, from + Math.floor(size / 2), from + size - 1, end - 1]) {
        expect(await restore(flipped(bytes, at, at % 8)), `${KINDS[index]} at ${at}`).toBe(
          'backup_damaged',
        );
      }
      for (let at = start; at < from; at++) {
        expect(await restore(flipped(bytes, at, at % 8)), `header at ${at}`).toMatch(
          /^backup_(damaged|incomplete)$/,
        );
      }
    }
    expect(await restore(bytes)).toBe('restored');
  }, 60_000);

  test('a bit flipped by somebody who mends the check is refused by the sealed manifest', async () => {
    const { first } = await twoBackups();
    const restore = await attempts();
    const { bytes, members } = first;
    for (const [index, one] of members.entries()) {
      if (KINDS[index] === 'keyring') continue;
      const changed = withCheck(flipped(bytes, one.from + Math.floor(one.size / 2)), one);
      expect(await restore(changed), KINDS[index]).toBe('backup_not_genuine');
    }
    // The same keyring, written otherwise.
    const [keyring] = members;
    const text = bytes.subarray(keyring?.from, (keyring?.end ?? 0) - 32);
    const rewritten = Buffer.concat([
      bytes.subarray(0, keyring?.start),
      member(1, '00'.repeat(16), Buffer.concat([text, Buffer.from(' ')])),
      bytes.subarray(keyring?.end),
    ]);
    expect(await restore(rewritten)).toBe('backup_not_genuine');
  }, 60_000);

  test('a member of another copy of the same register is refused', async () => {
    const { first, second } = await twoBackups();
    const restore = await attempts();
    for (const index of KINDS.keys()) {
      const parts = first.members.map((one, at) =>
        at === index ? slice(second.bytes, second.members[at]) : slice(first.bytes, one),
      );
      const mixed = Buffer.concat([first.bytes.subarray(0, 16), ...parts]);
      // The attachments are the same in both.
      if (KINDS[index] === 'attachment') expect(mixed.equals(first.bytes)).toBe(true);
      else expect(await restore(mixed), KINDS[index]).toBe('backup_not_genuine');
    }
  }, 60_000);

  test('attachments that changed places, are left out or come twice are refused', async () => {
    const { first } = await twoBackups();
    const restore = await attempts();
    const { bytes, members } = first;
    const [k, d, a, b, m] = members.map((one) => slice(bytes, one));
    const of = (...parts: (Buffer | undefined)[]) =>
      Buffer.concat([bytes.subarray(0, 16), ...parts.flatMap((one) => one ?? [])]);
    const [, , attachment] = members;
    const body = (one: Buffer | undefined) => one?.subarray(25, one.length - 32) ?? Buffer.alloc(0);
    expect(await restore(of(k, d, b, a, m))).toBe('backup_damaged');
    expect(await restore(of(k, d, a, a, m))).toBe('backup_damaged');
    expect(await restore(of(k, k, d, a, b, m))).toBe('backup_damaged');
    expect(await restore(of(k, d, a, b, m, m))).toBe('backup_damaged');
    expect(await restore(of(k, d, a, m))).toBe('backup_not_genuine');
    const exchanged = of(k, d, member(3, attachment?.id ?? '', body(b)), b, m);
    expect(await restore(exchanged)).toBe('backup_not_genuine');
    const smuggled = of(k, d, a, b, member(3, 'ff'.repeat(16), Buffer.from('#!/bin/sh')), m);
    expect(await restore(smuggled)).toBe('backup_not_genuine');
  }, 30_000);

  test('cut short anywhere it is refused', async () => {
    const { first } = await twoBackups();
    const restore = await attempts();
    const { bytes, members } = first;
    const cuts = [
      15,
      16,
      17,
      ...members.flatMap(({ start, from, end }) => [start + 5, from + 1, end - 1, end]),
    ];
    for (const cut of cuts) {
      if (cut >= bytes.length) continue;
      const answer = await restore(bytes.subarray(0, cut));
      expect(answer, `cut at ${cut}`).toBe(cut < 16 ? 'backup_damaged' : 'backup_incomplete');
    }
    for (const cut of [0, 1, 8])
      expect(await restore(bytes.subarray(0, cut))).toBe('backup_not_ours');
    expect(await restore(Buffer.concat([bytes, Buffer.from('more')]))).toMatch(
      /^backup_(damaged|incomplete)$/,
    );
  }, 60_000);

  test('a file of something else, or of a newer program, is refused with its reason', async () => {
    const { first } = await twoBackups();
    const restore = await attempts();
    expect(await restore(Buffer.from('PK\u0003\u0004 a zip file'))).toBe('backup_not_ours');
    expect(await restore(Buffer.alloc(5000))).toBe('backup_not_ours');
    const newer = Buffer.from(first.bytes);
    newer.write('2', 15);
    expect(await restore(newer)).toBe('backup_newer');
  });

  test('a folder, a device and a file that is gone are refused', async () => {
    const test = await startCore();
    for (const path of [test.folder, '/dev/zero', join(test.folder, 'gone')]) {
      expect(
        await restoreInto(test.client, test.folder, granted(test, path, 'read')),
        path,
      ).toMatch(/^(file_not_read|backup_not_ours)$/);
    }
  });

  test('sizes of four gigabytes and more are refused before anything is made', async () => {
    const { first } = await twoBackups();
    const restore = await attempts();
    for (const size of [2n ** 32n, 2n ** 53n, 2n ** 64n - 1n]) {
      const hostile = Buffer.from(first.bytes);
      hostile.writeBigUInt64BE(size, first.members[1]?.start ? first.members[1].start + 17 : 0);
      expect(await restore(hostile)).toBe('backup_incomplete');
    }
  });

  test('the copy of another register under this keyring is refused', async () => {
    const { first } = await twoBackups();
    const { first: other } = await twoBackups();
    const restore = await attempts();
    const [keyring] = first.members;
    const mixed = Buffer.concat([
      first.bytes.subarray(0, keyring?.end),
      other.bytes.subarray(other.members[0]?.end ?? 0),
    ]);
    expect(await restore(mixed)).toBe('backup_not_genuine');
  }, 30_000);
});

describe('a copy forged by somebody who has the key', () => {
  async function forged(change: (manifest: Record<string, unknown>) => void): Promise<Buffer> {
    const { first, keys } = await twoBackups();
    const { bytes, members } = first;
    const [keyring] = members;
    const last = members.at(-1);
    if (!keyring || !last) throw new Error('no members');
    const text = bytes.toString('utf8', keyring.from, keyring.from + keyring.size);
    const { vaultId } = JSON.parse(text) as { vaultId: string };
    const keyringCheck = bytes.toString('hex', keyring.end - 32, keyring.end);
    const sealed = bytes.subarray(last.from, last.from + last.size);
    const manifest = openManifest(keys.general, sealed, { vaultId, keyringCheck });
    if (!manifest) throw new Error('the manifest does not open');
    change(manifest);
    const body = sealManifest(keys.general, manifest);
    return Buffer.concat([bytes.subarray(0, last.start), member(4, '00'.repeat(16), body)]);
  }

  test('unchanged it is restored: the forging itself is right', async () => {
    const restore = await attempts();
    expect(await restore(await forged(() => undefined))).toBe('restored');
  });

  test.each([
    ['a count', (m: Record<string, unknown>) => Object.assign(m.counts as object, { person: 7 })],
    [
      'the end of the audit log',
      (m: Record<string, unknown>) => Object.assign(m, { auditHead: { seq: 1, mac: 'AA==' } }),
    ],
    ['the schema', (m: Record<string, unknown>) => Object.assign(m, { schemaVersion: 1 })],
  ])('with %s that the database does not have it is refused', async (_, change) => {
    const restore = await attempts();
    expect(await restore(await forged(change))).toBe('backup_not_genuine');
  });

  test('of a newer program it is refused as newer', async () => {
    const restore = await attempts();
    const bytes = await forged((manifest) => Object.assign(manifest, { schemaVersion: 9999 }));
    expect(await restore(bytes)).toBe('backup_newer');
  });

  test.each(['../../escaped', '..\\escaped', '/etc/passwd', 'C:\\x', 'con', 'x'.repeat(300)])(
    'an attachment named %s is refused: no member can name a path',
    async (id) => {
      const restore = await attempts();
      const bytes = await forged((manifest) => {
        (manifest.attachments as { id: string }[])[0] = {
          ...(manifest.attachments as { id: string }[])[0],
          id,
        };
      });
      expect(await restore(bytes)).toBe('backup_not_genuine');
    },
  );

  test('the members are read by the description of the format alone', async () => {
    const { first } = await twoBackups();
    expect(first.bytes.toString('ascii', 0, 16)).toBe('APPRODO BACKUP 1');
    expect(membersOf(first.bytes).at(-1)?.end).toBe(first.bytes.length);
  });
});
