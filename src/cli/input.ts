import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Options } from './options.ts';
import { UsageError } from './options.ts';
import { checkNames, type JsonLimits, SizeWatch } from './strict-json.ts';

const MAX_JSON_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;
const MAX_PASSPHRASE_BYTES = 4096;

async function standardInput(limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) throw new UsageError('standard input is too long');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

export async function limitedFile(path: string, limit: number): Promise<Buffer> {
  try {
    if ((await stat(path)).size > limit) throw new UsageError(`${path} is too large`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be read`);
  }
}

/** From `--passphrase-file` or standard input; never from arguments, which other users can see. */
export async function readPassphrase(options: Options): Promise<string> {
  const path = options.value('passphrase-file');
  const text = await (path === undefined
    ? standardInput(MAX_PASSPHRASE_BYTES)
    : limitedFile(path, MAX_PASSPHRASE_BYTES).then(String));
  return text.replace(/\r?\n$/, '');
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('not valid JSON');
  }
}

/** The bytes of a file, looked at as they come: what is too large is refused with its first part. */
async function watchedFile(path: string, limits: JsonLimits): Promise<Buffer> {
  const watch = new SizeWatch(limits);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > MAX_JSON_BYTES) throw new UsageError(`${path} is too large`);
      watch.see(bytes);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} cannot be read`);
  }
  return Buffer.concat(chunks);
}

/** A file in which no object names anything twice. */
export async function readJsonFile(path: string, limits: JsonLimits): Promise<unknown> {
  const bytes = await watchedFile(path, limits);
  checkNames(bytes, limits);
  return parseJson(bytes.toString('utf8').replace(/^\uFEFF/, ''));
}
