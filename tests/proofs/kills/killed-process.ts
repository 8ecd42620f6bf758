import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from '../../rules/source-files.ts';
import type { Kind, Orders } from './orders.ts';

const program = fileURLToPath(new URL('./until-killed.ts', import.meta.url));
/** From the word to begin to an open register, where the passphrase costs the least and nothing else runs. */
const USUAL_OPENING_MS = 500;
const NATIVE = ['@signalapp/sqlcipher', '@node-rs/argon2', 'pdfmake', 'harfbuzzjs', 'highs'];

/** The program as one file: loading some hundred sources takes longer than most rounds. */
async function bundle(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'approdo-killed-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  symlinkSync(join(root, 'node_modules'), join(outDir, 'node_modules'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: program, outDir, target: 'node24', minify: false, emptyOutDir: false },
    ssr: { noExternal: true, external: NATIVE },
  });
  return join(outDir, 'until-killed.js');
}

let bundled: Promise<string> | undefined;

/** A process that is loaded and waits for its moment. */
export class KilledProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async load(kind: Kind, orders: Orders): Promise<KilledProcess> {
    bundled ??= bundle();
    const args = [await bundled, kind, JSON.stringify(orders)];
    return new KilledProcess(spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] }));
  }

  /**
   * Lets it work and kills it `milliseconds` after the work has begun; returns the whole lines it said. On a computer
   * that is busy with other things it has as much more time as opening the register took more than it takes alone:
   * otherwise every kill would come before anything was done, and nothing would be shown.
   */
  async killAfter(milliseconds: number): Promise<string[]> {
    const child = this.#child;
    let said = '';
    const asked = performance.now();
    child.stdout?.on('data', (chunk: Buffer) => {
      const times = Math.max(1, (performance.now() - asked) / USUAL_OPENING_MS);
      if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds * times);
      said += chunk.toString();
    });
    child.stdin?.write('go\n');
    const [code] = await once(child, 'close');
    if (code !== null) throw new Error(`ended by itself with ${code}`);
    return said.split('\n').slice(0, -1);
  }

  /** For one that is not needed after all. */
  drop(): void {
    this.#child.kill('SIGKILL');
  }
}
