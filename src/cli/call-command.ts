import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { vaultContract } from '#api/contract.ts';
import { createCore } from '#core/create-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { parseJson } from './input.ts';
import { openFrom, openOptions } from './open-register.ts';
import { readOptions, UsageError } from './options.ts';

const GRANT = 'command-line';

/** The contract as JSON Schemas, one entry a procedure. */
export function proceduresCommand(): unknown {
  const schema = (type: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return Object.fromEntries(
    Object.entries(vaultContract).map(([name, { input, output, role, kind }]) => [
      name,
      { kind, role, input: schema(input, 'input'), output: schema(output, 'output') },
    ]),
  );
}

/** `call PROCEDURE [JSON] [--register DIR] [--name NAME] [--passphrase-file FILE] [--output FILE]` */
export async function callCommand(args: string[]): Promise<{ result: unknown; exitCode: number }> {
  const options = readOptions(args, [...openOptions, 'output']);
  const [name, json = '{}', ...rest] = options.words;
  if (name === undefined || rest.length > 0) throw new UsageError('call PROCEDURE [JSON]');
  const output = options.value('output');
  const given = parseJson(json);
  const input =
    output !== undefined && typeof given === 'object' && name.startsWith('documents.save')
      ? { ...given, grant: GRANT }
      : name === 'releases.saveFile' && output !== undefined
        ? { ...(given as object), grant: GRANT }
        : given;
  const ports = nodePorts();
  if (output !== undefined) ports.files.grant(GRANT, output);
  const core = createCore(ports);
  try {
    const folder = options.value('register');
    if (folder !== undefined) {
      const unlocked = await openFrom(core, folder, options);
      if (!unlocked.ok) return { result: unlocked, exitCode: 1 };
    }
    const result = await core.dispatch(name, input);
    if (!result.ok) return { result, exitCode: 1 };
    return { result: { ok: true, data: await writtenAside(result.data, output) }, exitCode: 0 };
  } finally {
    await core.close();
  }
}

/** Bytes go to `--output`; JSON on standard output is for facts about them. */
async function writtenAside(data: unknown, output: string | undefined): Promise<unknown> {
  if (typeof data !== 'object' || data === null || !('bytes' in data)) return data;
  const { bytes, ...facts } = data;
  if (!(bytes instanceof Uint8Array)) return data;
  if (output !== undefined) await writeFile(output, bytes, { mode: 0o600 });
  return { ...facts, byteCount: bytes.length };
}
