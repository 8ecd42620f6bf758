import type { PassphraseCost } from '#core/ports.ts';

export type Kind =
  | 'unlock'
  | 'write'
  | 'papers'
  | 'renewal'
  | 'migration'
  | 'import'
  | 'backup'
  | 'restore';

export interface Orders {
  folder: string;
  name?: string;
  passphrase: string;
  cost: PassphraseCost;
  round: number;
  resourcesDir: string;
  localesDir: string;
  /** Of a person or of a user. */
  id?: string;
  /** Path of a copy to restore into `folder`, with this key: it takes no time to derive. */
  copy?: string;
  recoveryKey?: string;
}

export const PEOPLE_OF_AN_IMPORT = 200;
