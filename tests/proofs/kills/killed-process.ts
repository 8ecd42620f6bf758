import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kind, Orders } from './orders.ts';

const program = fileURLToPath(new URL('./until-killed.ts', import.meta.url));
// Loading some hundred sources takes longer than most rounds: their compiled form is kept.
const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'approdo-test-compiled') };

/** A process that is loaded and waits for its moment. */
export class KilledProcess {
  readonly #child: ChildProcess;

  constructor(kind: Kind, orders: Orders) {
    const stdio: ('pipe' | 'inherit')[] = ['pipe', 'pipe', 'inherit'];
    this.#child = spawn(process.execPath, [program, kind, JSON.stringify(orders)], { stdio, env });
  }

  /** Lets it work and kills it `milliseconds` after the work has begun; returns the whole lines it said. */
  async killAfter(milliseconds: number): Promise<string[]> {
    const child = this.#child;
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
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
