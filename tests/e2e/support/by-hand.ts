/*
 * The program started and used as a person does, with nothing attached to it: keys go to the screen, and what
 * happens is seen in its processes, its memory and its files.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client, createClient } from '#api/client.ts';
import { createCore } from '#core/create-core.ts';
import type { FileGrants } from '#core/host/granted-files.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { kindOf, openFilesOf } from '../../support/needles/linux-processes.ts';
import { expect, NO_SANDBOX, projectDir, runtimePath } from './launch.ts';
import { passphrase } from './register.ts';
import { lightAt } from './screens.ts';

/** A register made by the core itself, and a profile that remembers it. Returns its folder. */
export async function prepareRegister(
  home: string,
  fill: (client: Client, files: FileGrants) => Promise<unknown> = async () => undefined,
): Promise<string> {
  const folder = join(home, 'registro');
  await mkdir(folder);
  const ports = nodePorts();
  const core = createCore(ports);
  const client = createClient(core.dispatch);
  const { recoveryKey } = await client.vault.create({
    folder,
    passphrase,
    userName: 'Ofelia Tamburrano',
    association: { name: 'Associazione Ponte', casePrefix: 'PON' },
  });
  const groups = recoveryKey.confirm.map((position) => ({
    position,
    value: recoveryKey.groups[position] ?? '',
  }));
  await client.vault.confirmRecoveryKey({ groups });
  await fill(client, ports.files);
  await core.close();
  await mkdir(join(home, 'profile'), { recursive: true });
  const window = { width: 1280, height: 860, isMaximized: false };
  const preferences = { language: 'it', lastFolder: folder, hasReadAboutDisk: true, window };
  await writeFile(join(home, 'profile', 'preferences.json'), JSON.stringify(preferences));
  return folder;
}

/** How light the two are, at least on a screen that asks for no dark colours. */
const DOOR = 80;
const PAGE = 180;

/** A program somebody started by itself: Electron with ours, or the packaged one. */
export class ByHand {
  readonly #home: string;
  readonly #command: string[];

  constructor(home: string, command = [runtimePath(), projectDir]) {
    this.#home = home;
    this.#command = command;
  }

  start(args: string[] = [], env: Record<string, string> = {}): ChildProcess {
    const [program = '', ...first] = this.#command;
    const { PATH = '', DISPLAY = '' } = process.env;
    return spawn(program, [...first, this.#profile, ...NO_SANDBOX, ...args], {
      cwd: this.#home,
      stdio: 'ignore',
      env: { PATH, DISPLAY, HOME: this.#home, LANG: 'en_GB.UTF-8', ...env },
    });
  }

  get #profile(): string {
    return `--user-data-dir=${join(this.#home, 'profile')}`;
  }

  /** Every process of it, whoever started it: each has the profile on its command line. */
  processes(): { pid: number; kind: string }[] {
    return readdirSync('/proc').flatMap((name) => {
      try {
        if (!/^\d+$/.test(name)) return [];
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        if (!line.includes(this.#profile)) return [];
        return [{ pid: Number(name), kind: kindOf(Number(name)) }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
  }

  pidOf(kind: string): number | undefined {
    return this.processes().find((one) => one.kind.split(' ').includes(kind))?.pid;
  }

  vault(): number | undefined {
    return this.vaults()[0];
  }

  /** After a lock there may be two for a while: one at the door, one that still makes a copy. */
  vaults(): number[] {
    return this.processes().flatMap(({ pid, kind }) => (kind.includes('NodeService') ? [pid] : []));
  }

  /** What the main process of now was started with. */
  commandLine(): string {
    const pid = this.pidOf('main');
    return pid === undefined ? '' : readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  }

  /** Types the passphrase at the door, and waits until a page of the register stands there in its place. */
  async unlock(folder: string): Promise<void> {
    await expect.poll(() => this.#light(), { timeout: 60_000 }).toBeLessThan(DOOR);
    const isOpen = () => this.#filesOfVault().includes(join(folder, 'register.db'));
    // Again while nobody listens yet: the field takes the keys a moment after it is drawn.
    for (let attempt = 0; attempt < 5 && !isOpen(); attempt++) {
      press('ctrl+a');
      type(passphrase);
      press('Return');
      await expect
        .poll(isOpen, { timeout: 15_000 })
        .toBe(true)
        .catch(() => undefined);
    }
    await expect.poll(() => this.#light(), { timeout: 60_000 }).toBeGreaterThan(PAGE);
  }

  /** Where the door is dark and a page of the register is not; nothing is to be seen while there is no window. */
  #light(): number {
    const search = ['search', '--onlyvisible', '--name', '^Approdo$'];
    const found = spawnSync('xdotool', [...search, 'getwindowgeometry', '--shell']);
    const place = (name: string) =>
      Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(`${found.stdout}`)?.[1]);
    const point = { x: place('X') + 250, y: place('Y') + 300 };
    return Number.isNaN(point.x + point.y) ? Number.NaN : lightAt(point);
  }

  #filesOfVault(): string[] {
    const pid = this.vault();
    return pid === undefined ? [] : openFilesOf(pid).map(({ path }) => path);
  }

  endAll(): void {
    for (const { pid } of this.processes()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    }
  }
}

export function type(text: string): void {
  spawnSync('xdotool', ['type', '--delay', '30', text]);
}

export function press(...keys: string[]): void {
  for (const key of keys) spawnSync('xdotool', ['key', key]);
}

/** Types a path into the dialog of the desktop (GTK) that asks where to save, which takes it as it is. */
export function saveInSystemDialog(path: string): void {
  // No manager of windows gives it the keys here.
  const dialog = ['search', '--sync', '--onlyvisible', '--name', '^Save File$'];
  spawnSync('xdotool', [...dialog, 'windowfocus', '--sync'], { timeout: 30_000 });
  press('ctrl+a');
  type(path);
  press('Return');
}
