import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** X servers without a monitor, one for each test that runs at a time: focus and clipboard belong to a screen. */
export class ScreensInMemory {
  readonly displays: readonly string[];
  readonly #servers: ChildProcess[];

  private constructor(servers: ChildProcess[], displays: string[]) {
    this.#servers = servers;
    this.displays = displays;
  }

  static async start(count: number): Promise<ScreensInMemory> {
    const servers = Array.from({ length: count }, startServer);
    return new ScreensInMemory(servers, await Promise.all(servers.map(displayOf)));
  }

  end(): void {
    for (const server of this.#servers) server.kill();
  }
}

function startServer(): ChildProcess {
  const options = ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'];
  return spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
}

/** The number it found free, written by the server itself once it listens. */
async function displayOf(server: ChildProcess): Promise<string> {
  const told = server.stdio[3] as Readable;
  const ended = once(server, 'exit').then(() => {
    throw new Error('Xvfb ended before it showed a screen.');
  });
  const [number] = await Promise.race([once(told, 'data'), ended]);
  return `:${String(number).trim()}`;
}
