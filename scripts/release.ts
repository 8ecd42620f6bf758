/**
 * `npm run release -- new-key DIR`: the pair of keys a publisher signs with. The private one never leaves DIR, which
 * belongs on a stick in a drawer; the public one goes into `resources/release/keys.json`.
 * `npm run release -- sign --key FILE DIR`: beside each installer in DIR its signature, and SHA256SUMS of all.
 */
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SIGNATURE_ENDING, signedWords } from '../electron/host/release-signature.ts';
import { projectDir } from './build-if-needed.ts';

const INSTALLERS = /\.(exe|dmg|AppImage|deb|zip)$/;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string' } },
});
const [what, folder] = positionals;

function explain(): never {
  console.error('npm run release -- new-key DIR\nnpm run release -- sign --key FILE DIR');
  process.exit(2);
}

async function newKey(into: string): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const path = join(into, 'approdo-release-key.pem');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  await writeFile(path, pem, { mode: 0o600, flag: 'wx' });
  console.log(`Private: ${path}\nPublic, for resources/release/keys.json:`);
  console.log(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'));
}

async function signAll(keyFile: string, installers: string): Promise<void> {
  const key = createPrivateKey(await readFile(keyFile));
  const { version } = JSON.parse(await readFile(join(projectDir, 'package.json'), 'utf8'));
  const sums: string[] = [];
  for (const name of (await readdir(installers)).filter((one) => INSTALLERS.test(one)).sort()) {
    const content = await readFile(join(installers, name));
    const sha256 = createHash('sha256').update(content).digest('hex');
    const facts = { version: String(version), bytes: content.length, sha256 };
    const signature = sign(null, signedWords(facts), key).toString('base64');
    const written = `${JSON.stringify({ ...facts, signature }, null, 2)}\n`;
    await writeFile(join(installers, `${name}${SIGNATURE_ENDING}`), written);
    sums.push(`${sha256}  ${name}`);
  }
  await writeFile(join(installers, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  console.log(`${sums.length} installers signed as version ${version}`);
}

if (what === 'new-key' && folder) await newKey(resolve(folder));
else if (what === 'sign' && folder && values.key)
  await signAll(resolve(values.key), resolve(folder));
else explain();
