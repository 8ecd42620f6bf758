import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  test as base,
  type Electron,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test';
import { isRunning } from './is-running.ts';
import { takeOwnScreen } from './screens.ts';

type Result = { ok: true; data: unknown } | { ok: false; error: { code: string } };

declare global {
  interface Window {
    approdo: {
      call(name: string, input?: unknown): Promise<Result>;
      on(listener: (event: { name: string; payload: unknown }) => void): () => void;
    };
  }
}

takeOwnScreen();

export const projectDir = fileURLToPath(new URL('../../..', import.meta.url));
export const DRIVEN_START = join(projectDir, 'tests/e2e/fixtures/driven-start');
export const NO_SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const CHROMIUM_LOG_LINE = /^\[\d+:\d+\/\d+\.\d+:/;

export function runtimePath(): string {
  const path = process.env.APPRODO_ELECTRON;
  if (!path) throw new Error('Run the end-to-end tests with: npm run e2e');
  return path;
}

/** A home of its own, so that no test meets another one's files or the developer's. */
function environment(home: string): Record<string, string> {
  const kept = ['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'PATH', 'TMPDIR', 'SystemRoot'];
  const inherited = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    LANG: 'en_GB.UTF-8',
    LANGUAGE: 'en_GB',
    APPRODO_TEST_DIALOGS: join(home, 'dialogs.json'),
  };
}

/** The program while a test runs, in a profile and a home that are thrown away afterwards. */
export class RunningApprodo {
  readonly home: string;
  readonly profileDir: string;
  /** What no test may leave behind: errors of page and main process, refusals of the policy. */
  readonly problems: string[] = [];
  /** A program to start instead of Electron, which starts it with the same arguments. */
  startedBy: string | null = null;
  readonly #electron: Electron;
  #application: ElectronApplication | null = null;
  #page: Page | null = null;

  constructor(electron: Electron, home: string) {
    this.#electron = electron;
    this.home = home;
    this.profileDir = join(home, 'profile');
  }

  get application(): ElectronApplication {
    if (!this.#application) throw new Error('Approdo is not running.');
    return this.#application;
  }

  /** The page of now: locking replaces it. */
  get page(): Page {
    if (!this.#page) throw new Error('Approdo has no page yet.');
    return this.#page;
  }

  get #args(): string[] {
    // Playwright would lose a program that starts again, as ours does after a lock: see memory.spec.ts.
    return [projectDir, `--user-data-dir=${this.profileDir}`, '--stay-after-lock', ...NO_SANDBOX];
  }

  async open(...more: string[]): Promise<Page> {
    this.#application = await this.#electron.launch({
      executablePath: this.startedBy ?? runtimePath(),
      args: [DRIVEN_START, ...this.#args, ...more],
      env: environment(this.home),
      cwd: this.home,
      // As the program itself asks its page to look, and not as the test would.
      colorScheme: null,
    });
    this.#application.on('window', (page) => this.#watch(page));
    this.#application.process().stderr?.on('data', (chunk) => this.#readErrors(String(chunk)));
    this.#watch(await this.#application.firstWindow());
    await this.page.waitForLoadState();
    return this.page;
  }

  async close(): Promise<void> {
    await this.#application?.close();
    this.#application = null;
  }

  /** Does what makes the program throw its page away, and waits for the next one. */
  async afterLock(lock: () => Promise<unknown>): Promise<Page> {
    const next = this.application.waitForEvent('window');
    // The page that asks may be gone before the answer.
    await lock().catch(() => undefined);
    await (await next).waitForLoadState();
    return this.page;
  }

  call(name: string, input?: unknown): Promise<Result> {
    return this.page.evaluate((args) => window.approdo.call(args.name, args.input), {
      name,
      input,
    });
  }

  /** What the person will choose in the next dialogs: a path, or null to cancel. */
  async answerDialogs(...answers: (string | null)[]): Promise<void> {
    await writeFile(join(this.home, 'dialogs.json'), JSON.stringify(answers));
  }

  async vaultPid(): Promise<number | null> {
    const pids = await this.application.evaluate(({ app }) =>
      app.getAppMetrics().flatMap(({ name, pid }) => (name === 'approdo-vault' ? [pid] : [])),
    );
    // One that was killed a moment ago may still be in the list.
    return pids.find(isRunning) ?? null;
  }

  /** A key as the system would send it: Playwright's own keys pass the main process by. */
  async pressNatively(keyCode: string, ...modifiers: ('control' | 'shift')[]): Promise<void> {
    await this.application.evaluate(
      ({ webContents }, event) => {
        const page = webContents.getAllWebContents().find((c) => c.getURL() === 'app://approdo/');
        page?.sendInputEvent({ type: 'keyDown', ...event });
        page?.sendInputEvent({ type: 'keyUp', ...event });
      },
      { keyCode, modifiers },
    );
  }

  async screenshot(name: string): Promise<string> {
    const path = join(projectDir, 'test-results', 'screenshots', `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }

  filesInHome(): Promise<string[]> {
    return readdir(this.home, { recursive: true });
  }

  /** Which files below a folder have one of the texts in them. */
  async filesContaining(folder: string, texts: string[]): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const found: string[] = [];
    for (const { parentPath, name } of files) {
      const content = await readFile(join(parentPath, name), 'latin1');
      if (texts.some((text) => content.includes(text))) found.push(join(parentPath, name));
    }
    return found;
  }

  /** Starts the program again beside itself; its exit code, if it ends within the time. */
  async startAgain(withinMs: number): Promise<number | null> {
    const child = spawn(runtimePath(), this.#args, {
      env: environment(this.home),
      stdio: 'ignore',
      timeout: withinMs,
    });
    const [code] = await once(child, 'exit');
    // One that had to be told to end may say that it ended well.
    return child.killed ? null : code;
  }

  #watch(page: Page): void {
    if (this.#page === page) return;
    this.#page = page;
    page.on('pageerror', (error) => this.problems.push(`page: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`console: ${message.text()}`);
    });
  }

  #readErrors(chunk: string): void {
    for (const line of chunk.split('\n')) {
      const isOurs = /\b\w*Error\b|Unhandled|Uncaught|Warning:/.test(line);
      if (isOurs && !CHROMIUM_LOG_LINE.test(line)) this.problems.push(`main: ${line.trim()}`);
    }
  }
}

export const test = base.extend<{ approdo: RunningApprodo }>({
  approdo: async ({ playwright }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'approdo-e2e-'));
    const approdo = new RunningApprodo(playwright._electron, home);
    try {
      await use(approdo);
      await approdo.close();
      expect(approdo.problems, 'errors while the program ran').toEqual([]);
    } finally {
      await approdo.close().catch(() => undefined);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

export { expect };
