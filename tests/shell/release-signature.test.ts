import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkRelease, releaseKeys, signedWords } from '../../electron/host/release-signature.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const release = (...args: string[]) =>
  execFileSync(process.execPath, [join(project, 'scripts/release.ts'), ...args], {
    encoding: 'utf8',
  });

const { version: ownVersion } = JSON.parse(
  await readFile(join(project, 'package.json'), 'utf8'),
) as { version: string };

/** An installer signed by the script, as a publisher does it. */
async function published(content = 'a program') {
  const folder = await temporaryFolder();
  const said = release('new-key', folder).trim().split('\n');
  const path = join(folder, 'Approdo.AppImage');
  await writeFile(path, content);
  release('sign', '--key', join(folder, 'approdo-release-key.pem'), folder);
  return { folder, path, keys: [said.at(-1) ?? ''] };
}

describe('a file to install', () => {
  test('that was signed with the key of the program is known by its version', async () => {
    const { path, keys } = await published();
    const check = (version: string) => checkRelease(path, { version, keys });
    expect(await check('0.0.9')).toEqual({ answer: 'newer', version: ownVersion });
    expect(await check(ownVersion)).toEqual({ answer: 'same', version: ownVersion });
    expect(await check('10.0.0')).toEqual({ answer: 'older', version: ownVersion });
  });

  test('with one byte changed, another name beside it, or words changed under the signature is not ours', async () => {
    const { folder, path, keys } = await published();
    const own = { version: '0.0.1', keys };
    const signature = `${path}.approdo-signature`;
    const written = JSON.parse(await readFile(signature, 'utf8'));
    for (const change of [
      { version: '9.0.0' },
      { bytes: written.bytes + 1 },
      { sha256: 'a'.repeat(64) },
      { signature: Buffer.alloc(64).toString('base64') },
      { signature: '' },
    ]) {
      await writeFile(signature, JSON.stringify({ ...written, ...change }));
      expect(await checkRelease(path, own), JSON.stringify(change)).toEqual({
        answer: 'notOurs',
        version: null,
      });
    }
    await writeFile(signature, JSON.stringify(written));
    expect((await checkRelease(path, own)).answer).toBe('newer');
    await writeFile(path, 'a progran');
    expect((await checkRelease(path, own)).answer).toBe('notOurs');
    await writeFile(path, 'a program and more');
    expect((await checkRelease(path, own)).answer).toBe('notOurs');
    await rename(path, join(folder, 'Other.AppImage'));
    expect((await checkRelease(path, own)).answer).toBe('notOurs');
  });

  test('signed by somebody else, by another kind of key or by nobody is not ours', async () => {
    const { path, keys } = await published();
    const stranger = generateKeyPairSync('ed25519');
    const signature = `${path}.approdo-signature`;
    const { signature: _, ...facts } = JSON.parse(await readFile(signature, 'utf8'));
    const theirs = sign(null, signedWords(facts), stranger.privateKey).toString('base64');
    await writeFile(signature, JSON.stringify({ ...facts, signature: theirs }));
    const own = { version: '0.0.1', keys };
    expect((await checkRelease(path, own)).answer).toBe('notOurs');
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const spki = rsa.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    for (const key of [spki, 'not a key', '']) {
      expect((await checkRelease(path, { version: '0.0.1', keys: [key] })).answer).toBe('notOurs');
    }
    expect((await checkRelease(path, { version: '0.0.1', keys: [] })).answer).toBe('noKey');
  });

  test('with anything else beside it has no signature', async () => {
    const { path, keys } = await published();
    const almost = { version: '1.0', bytes: 1, sha256: 'a'.repeat(64), signature: 'x' };
    const texts = [
      '',
      '{',
      'null',
      '[]',
      '{"version":"1.0.0"}',
      JSON.stringify(almost),
      'x'.repeat(5000),
    ];
    for (const text of texts) {
      await writeFile(`${path}.approdo-signature`, text);
      const { answer } = await checkRelease(path, { version: '0.0.1', keys });
      expect(answer, text.slice(0, 40)).toBe('noSignature');
    }
    const { answer } = await checkRelease(`${path}.missing`, { version: '0.0.1', keys });
    expect(answer).toBe('noSignature');
  });

  test('the keys that come with the program are keys', async () => {
    for (const key of await releaseKeys(join(project, 'resources/release/keys.json'))) {
      expect(Buffer.from(key, 'base64')).toHaveLength(44);
    }
  });
});
