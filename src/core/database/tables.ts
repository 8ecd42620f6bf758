/** Rows as they stand in the file; `migrations/` is the truth, `tables/` its picture in types. */
import type { CaseworkTables } from './tables/casework-tables.ts';
import type { PeopleTables } from './tables/people-tables.ts';
import type { RegisterTables } from './tables/register-tables.ts';

export type Tables = RegisterTables & PeopleTables & CaseworkTables;
