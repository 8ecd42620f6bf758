/**
 * Starts and ends the vault process and gives the page a port to it. A call over that port is answered exactly
 * once: by the vault, or with `vault_stopped` when the process ends, or is being ended, before it answered.
 */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
} from 'electron';
import type { ApprodoEvent } from '#api/events.ts';
import { type ClosingBackup, RetiringVault } from './retiring-vault.ts';
import type { FileGrant, FromVault, ToVault, VaultSettings } from './vault-messages.ts';

const CLOSE_TIMEOUT_MS = 3_000;
/** A vault that does not say within this time whether it is busy, is. */
const BUSY_AFTER_MS = 1_000;

/** Nothing else of the user's environment: it could change how Node runs in the vault. */
const PASSED_ON = ['HOME', 'LANG', 'LC_ALL', 'PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ'];

export interface VaultHostOptions {
  entry: string;
  settings: VaultSettings;
  onStart(): void;
  onEvent(event: ApprodoEvent): void;
  onLockAfter(minutes: number | null): void;
  /** What the page has of ports is worth nothing any more. */
  onCut(): void;
  /** The process ended without being asked to, and may have held an open register. */
  onCrash(wasOpen: boolean): void;
}

export class VaultHost {
  readonly #options: VaultHostOptions;
  #process: UtilityProcess | null = null;
  #ending: Promise<void> | null = null;
  #retiring: RetiringVault | null = null;
  #answerToClose: ((answer: 'closed' | 'backingUp') => void) | null = null;
  #demoMade: ((isMade: boolean) => void) | null = null;
  #saidBusy: ((isBusy: boolean) => void) | null = null;
  #hasOpenRegister = false;
  /** From before the file is opened: whether it then was is learnt a moment later than the page gets names. */
  #mayHaveOpened = false;

  constructor(options: VaultHostOptions) {
    this.#options = options;
  }

  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  /** As the vault said last; a process that ended has none. */
  get hasOpenRegister(): boolean {
    return this.#hasOpenRegister;
  }

  /** Starts the process before it is needed, beside the window. It holds no key until a register is open. */
  warm(): void {
    this.#running();
  }

  /** The page's end of a new port to the vault, which is started if it does not run. */
  async connect(): Promise<MessagePortMain> {
    await this.#ending;
    const { port1, port2 } = new MessageChannelMain();
    send(this.#running(), { type: 'page' }, [port2]);
    return port1;
  }

  /** Lets the vault, and only it, use a file that the person chose in a dialog. */
  async grant(grant: FileGrant): Promise<void> {
    await this.#ending;
    send(this.#running(), { type: 'grant', grant });
  }

  /** Fills a demonstration register in a folder that does not exist yet. False when it could not. */
  async makeDemo(folder: string): Promise<boolean> {
    await this.#ending;
    const made = new Promise<boolean>((resolve) => {
      this.#demoMade = resolve;
    });
    send(this.#running(), { type: 'makeDemo', folder });
    return made;
  }

  /** Whether it works at something that the page asked for. */
  async isBusy(): Promise<boolean> {
    const vault = this.#process;
    if (!vault) return false;
    const said = new Promise<boolean>((resolve) => {
      this.#saidBusy = resolve;
    });
    send(vault, { type: 'isBusy' });
    return Promise.race([said, pause(BUSY_AFTER_MS, true, { ref: false })]);
  }

  /**
   * From now on no call is answered. The process ends, and with it every key and record in its memory; only
   * with a copy to be made does it stay for a while, out of reach (`retired`).
   */
  end({ withBackup }: { withBackup: boolean }): Promise<void> {
    this.#ending ??= this.#endNow(withBackup).finally(() => {
      this.#ending = null;
    });
    return this.#ending;
  }

  /** When no process with a key is left. */
  async retired(): Promise<void> {
    await this.#ending;
    await this.#retiring?.ended;
  }

  /** Ends the process that is still making a copy: what it was writing never had its name. */
  async stopRetiring(): Promise<void> {
    await this.#retiring?.stop();
  }

  /** The copy made at the last locking, if one was due. */
  get closingBackup(): ClosingBackup | null {
    return this.#retiring?.backup ?? null;
  }

  async #endNow(withBackup: boolean): Promise<void> {
    const vault = this.#process;
    if (!vault) return;
    await this.stopRetiring();
    this.#retiring = null;
    const exited = once(vault, 'exit');
    const answered = new Promise<'closed' | 'backingUp'>((resolve) => {
      this.#answerToClose = resolve;
    });
    this.#options.onCut();
    send(vault, { type: 'close', withBackup });
    const givenUp = new AbortController();
    const answer = await Promise.race([
      answered,
      exited,
      pause(CLOSE_TIMEOUT_MS, undefined, { signal: givenUp.signal }).catch(() => undefined),
    ]);
    givenUp.abort();
    if (answer === 'backingUp') {
      this.#process = null;
      this.#hasOpenRegister = false;
      const { onEvent } = this.#options;
      this.#retiring = new RetiringVault(vault, { kill: () => kill(vault), onEvent });
      return;
    }
    kill(vault);
    await exited;
  }

  #running(): UtilityProcess {
    if (this.#process) return this.#process;
    const vault = utilityProcess.fork(this.#options.entry, [], {
      serviceName: 'approdo-vault',
      stdio: 'inherit',
      env: Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name] ?? ''])),
    });
    vault.on('message', (message: FromVault) => {
      if (vault === this.#process) this.#receive(message);
      else this.#retiring?.receive(message);
    });
    vault.once('exit', () => {
      if (vault === this.#process) this.#exited();
    });
    send(vault, { type: 'start', settings: this.#options.settings });
    this.#process = vault;
    this.#mayHaveOpened = false;
    this.#options.onStart();
    return vault;
  }

  #receive(message: FromVault): void {
    if (message.type === 'closed' || message.type === 'backingUp') {
      this.#answerToClose?.(message.type);
    } else if (message.type === 'demoMade') {
      this.#demoMade?.(message.isMade);
    } else if (message.type === 'busy') {
      this.#saidBusy?.(message.isBusy);
    } else if (this.#ending) {
      // Nothing leaves the vault once it has been told to close.
    } else if (message.type === 'opening') {
      this.#mayHaveOpened = true;
      // Whoever wants in does not wait for a copy, and a register opens in one process only.
      void this.stopRetiring().then(
        () => this.#process && send(this.#process, { type: 'mayOpen' }),
      );
    } else if (message.type === 'event') {
      this.#options.onEvent(message.event);
    } else if (message.type === 'lockAfter') {
      this.#hasOpenRegister = message.minutes !== null;
      this.#mayHaveOpened ||= this.#hasOpenRegister;
      this.#options.onLockAfter(message.minutes);
    }
  }

  #exited(): void {
    const wasOpen = this.#mayHaveOpened;
    this.#process = null;
    this.#hasOpenRegister = false;
    this.#options.onCut();
    this.#demoMade?.(false);
    if (!this.#ending) this.#options.onCrash(wasOpen);
  }
}

function send(vault: UtilityProcess, message: ToVault, ports: MessagePortMain[] = []): void {
  vault.postMessage(message, ports);
}

/** `UtilityProcess.kill` asks with SIGTERM; a process stuck in native code would not hear it. */
function kill(vault: UtilityProcess): void {
  if (vault.pid === undefined) return;
  try {
    process.kill(vault.pid, 'SIGKILL');
  } catch {
    vault.kill();
  }
}
