import type { Kysely } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import type { Role } from '#domain/vault/role.ts';
import type { TypesettingWorker } from '#typesetting/typeset-in-worker.ts';
import type { RegisterFile } from './database/kysely-dialect.ts';
import type { Tables } from './database/tables.ts';
import type { CorePorts } from './ports.ts';
import type { Resources } from './resources/load-resources.ts';
import type { FormerKeyring } from './vault/former-keyring.ts';
import type { DataKeys, Keyring } from './vault/keyring-format.ts';

export type Db = Kysely<Tables>;

/** A register that somebody has unlocked. */
export interface OpenRegister {
  folder: string;
  file: RegisterFile;
  db: Db;
  /** `general` opens the file as it is now. */
  keys: DataKeys;
  /** By generation: two while the keys are being renewed. */
  keysByGeneration: ReadonlyMap<number, DataKeys>;
  /** Of the user who opened; undefined when a slot of format 1 opened. */
  privateKey: Buffer | undefined;
  keyring: Keyring | FormerKeyring;
  user: { id: string; name: string; role: Role; slotId: string };
  isDemo: boolean;
  recoveryConfirmed: boolean;
  /** Waiting for two of its groups to be typed back; kept in memory only. */
  unconfirmedRecoveryKey: string[] | undefined;
  /** The same key as three parts, once somebody asked for them. */
  unconfirmedRecoveryParts: string[][] | undefined;
  /** People whose restricted case this user is not named on. */
  hiddenPeople: ReadonlySet<string>;
  /** Something of the folder is older than it was when the register was last closed. */
  isRolledBack: boolean;
  /** The file was changed in a way that its own checks notice. */
  isDamaged: boolean;
}

export interface CoreContext {
  ports: CorePorts;
  resources: Resources;
  typesetter: TypesettingWorker;
  /** Undefined while locked. Only `src/core/vault` sets it. */
  register: OpenRegister | undefined;
}

/** The open register, for handlers that run only while it is open. */
export function registerOf(context: CoreContext): OpenRegister {
  if (!context.register) throw new ProcedureError('register_locked');
  return context.register;
}

/** Who changed a row and when, for the row itself. */
export function changedNow(context: CoreContext): { changed_at: string; changed_by: string } {
  return {
    changed_at: context.ports.clock.now().toISOString(),
    changed_by: registerOf(context).user.id,
  };
}

/** Tells the page that what it shows of a feature is no longer current. */
export function announceChange(context: CoreContext, feature: string): void {
  context.ports.emit({ name: 'data.changed', payload: { feature } });
}
