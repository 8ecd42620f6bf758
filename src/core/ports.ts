import type { ApprodoEvent } from '#api/events.ts';

/** What the core needs from whoever runs it: the utility process, a test, the command line. */
export interface CorePorts {
  clock: Clock;
  ids: { next(): string };
  /** A whole number from 0 to `below` - 1 that nobody can foresee. Keys never come from here. */
  random(below: number): number;
  /** Milliseconds since the computer was started: unlike the clock, nobody can set it. */
  sinceStart(): number;
  /** Folder with vocabularies, templates and word lists. */
  resourcesDir: string;
  /** Folder with one folder a language. */
  localesDir: string;
  files: GrantedFiles;
  emit(event: ApprodoEvent): void;
  /** Told when a register is opened, with the idle minutes after which to lock it; null when it is closed. */
  registerOpened(lockAfterMinutes: number | null): void;
  /** Told that a call failed inside, by name and kind of failure only. */
  reportFailure(procedure: string, failure: unknown): void;
  /** Where the bundled typesetting worker is; absent where the source file itself can run. */
  typesetWorkerUrl?: URL;
  /** Stands in the manifest of a backup. */
  programVersion?: string;
  /** Argon2id cost for new slots. Absent: measured on this computer. */
  passphraseCost?: PassphraseCost;
}

export interface Clock {
  now(): Date;
  /** `YYYY-MM-DD` of the place where the office is. */
  today(): string;
}

export interface GrantedFiles {
  /**
   * Writes the bytes to the file somebody chose for `grant`, whole or not at all. A grant serves once.
   * Fails with `grant_unknown`, `disk_full` or `file_not_written`.
   */
  write(grant: string, bytes: Uint8Array): Promise<void>;
  /**
   * The file somebody chose to be taken in, with the name it has there. A grant serves once, and one to
   * read never lets anything be written. Fails with `grant_unknown`, `attachment_too_large` or `file_not_read`.
   */
  read(grant: string, maxBytes: number): Promise<{ name: string; bytes: Uint8Array }>;
  /**
   * Where a chosen file (to read) or folder (to keep copies in) is, for what does not fit into memory. A grant
   * serves once. Fails with `grant_unknown`.
   */
  pathOf(grant: string, use: 'read' | 'folder'): Promise<string>;
}

export interface PassphraseCost {
  memoryKiB: number;
  passes: number;
  lanes: number;
}
