import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A number as X counts them (`:99`), and the folder in which what is on the screen can be read. */
interface Screen {
  display: string;
  picture: string;
}

/** X servers without a monitor, one for each test that runs at a time: focus and clipboard belong to a screen. */
export class ScreensInMemory {
  readonly screens: readonly Screen[];
  readonly #servers: ChildProcess[];

  private constructor(servers: ChildProcess[], screens: Screen[]) {
    this.#servers = servers;
    this.screens = screens;
  }

  static async start(count: number): Promise<ScreensInMemory> {
    const pictures = await Promise.all(
      Array.from({ length: count }, () => mkdtemp(join(tmpdir(), 'approdo-screen-'))),
    );
    const servers = pictures.map(startServer);
    const displays = await Promise.all(servers.map(displayOf));
    return new ScreensInMemory(
      servers,
      pictures.map((picture, index) => ({ display: displays[index] ?? '', picture })),
    );
  }

  async end(): Promise<void> {
    for (const server of this.#servers) server.kill();
    await Promise.all(this.screens.map(({ picture }) => rm(picture, { recursive: true })));
  }
}

function startServer(picture: string): ChildProcess {
  const screen = ['-screen', '0', '1400x900x24', '-fbdir', picture];
  const options = ['-displayfd', '3', ...screen, '-nolisten', 'tcp'];
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
