/*
 * The restricted tier: what may harm somebody even inside the association (why they fled, medical facts,
 * violence, trafficking). Each protected case has a random key of its own. It is sealed under the restricted
 * data key, which coordinators hold, and to the public key of everybody named on that case, so that a named
 * volunteer reads that case and nothing else. This part is cryptography: a volunteer with a debugger and
 * their own passphrase finds cipher text. That a restricted case does not appear in lists is kept by the
 * program (restricted-cases.ts), because names stand in the general tier.
 */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { ProcedureError } from '#api/errors.ts';
import {
  type CoreContext,
  changedNow,
  type Db,
  type OpenRegister,
  registerOf,
} from '../context.ts';
import { openSealed, sealTo } from './key-pair.ts';
import { fullKeys, keyringOf, slotOf } from './keyring-changes.ts';
import { seal, unseal } from './seal.ts';

/** Where sealed bytes stand. They open nowhere else. `field` is the column. */
export interface RestrictedPlace {
  table: string;
  rowId: string;
  field: string;
}

/** Columns sealed under case keys, of tables with `id` and `person_id`: resealed when a case key changes. */
const sealedColumns: readonly { table: string; field: string }[] = [
  { table: 'protected_note_version', field: 'sealed' },
  { table: 'attachment', field: 'sealed' },
  { table: 'specific_need', field: 'sealed' },
];

const vaultIdOf = (register: OpenRegister) => register.keyring.vaultId;

const boundPlace = (vaultId: string, { table, rowId, field }: RestrictedPlace) =>
  `restricted|${vaultId}|${table}|${rowId}|${field}`;
const boundCase = (vaultId: string, personId: string, generation: number) =>
  `case key|${vaultId}|${personId}|${generation}`;
const boundAccess = (vaultId: string, personId: string, userId: string) =>
  `case access|${vaultId}|${personId}|${userId}`;

interface CaseRow {
  person_id: string;
  generation: number;
  sealed_key: Uint8Array;
}

/** With the restricted data key. Fails with `restricted_no_access`, or `register_damaged` when it was touched. */
function openCaseKey(register: OpenRegister, row: CaseRow): Buffer {
  const restricted = register.keysByGeneration.get(row.generation)?.restricted;
  if (!restricted) throw new ProcedureError('restricted_no_access');
  const bound = boundCase(vaultIdOf(register), row.person_id, row.generation);
  const key = unseal(restricted, row.sealed_key, bound);
  if (!key) throw new ProcedureError('register_damaged');
  return key;
}

function newestGeneration(register: OpenRegister): number {
  return Math.max(...register.keysByGeneration.keys());
}

async function writeCaseKey(
  context: CoreContext,
  db: Db,
  { personId, caseKey }: { personId: string; caseKey: Buffer },
): Promise<void> {
  const register = registerOf(context);
  const generation = newestGeneration(register);
  const { restricted } = fullKeys(register.keysByGeneration.get(generation));
  const bound = boundCase(vaultIdOf(register), personId, generation);
  const values = {
    generation,
    sealed_key: seal(restricted, caseKey, bound),
    ...changedNow(context),
  };
  await db
    .insertInto('protected_case')
    .values({ person_id: personId, is_restricted: 0, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
}

async function caseKeyByName(register: OpenRegister, personId: string): Promise<Buffer> {
  const row = await register.db
    .selectFrom('case_access')
    .selectAll()
    .where('person_id', '=', personId)
    .where('user_id', '=', register.user.id)
    .executeTakeFirst();
  const bound = boundAccess(vaultIdOf(register), personId, register.user.id);
  const key = row && register.privateKey && openSealed(register.privateKey, row.sealed_key, bound);
  if (!key) throw new ProcedureError('restricted_no_access');
  return key;
}

/**
 * The key of somebody's protected case. A coordinator makes it when there is none. Fails with
 * `restricted_no_access`. Not inside a transaction: it asks the database itself.
 */
export async function caseKeyOf(context: CoreContext, personId: string): Promise<Buffer> {
  const register = registerOf(context);
  if (register.user.role !== 'coordinator') return caseKeyByName(register, personId);
  const row = await register.db
    .selectFrom('protected_case')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (row) return openCaseKey(register, row);
  const caseKey = randomBytes(32);
  await writeCaseKey(context, register.db, { personId, caseKey });
  return caseKey;
}

/** The case key, or undefined for somebody who is not named on the case. */
export async function caseKeyIfAllowed(
  context: CoreContext,
  personId: string,
): Promise<Buffer | undefined> {
  try {
    return await caseKeyOf(context, personId);
  } catch (failure) {
    const isRefused = failure instanceof ProcedureError && failure.code === 'restricted_no_access';
    if (isRefused) return undefined;
    throw failure;
  }
}

/** With a case key already at hand, for use inside a transaction. */
export function sealInPlace(
  context: CoreContext,
  caseKey: Buffer,
  place: RestrictedPlace,
  plain: Uint8Array,
): Buffer {
  return seal(caseKey, plain, boundPlace(vaultIdOf(registerOf(context)), place));
}

/** Fails with `register_damaged` when the bytes were not sealed for this place. */
export function openInPlace(
  context: CoreContext,
  caseKey: Buffer,
  place: RestrictedPlace,
  sealed: Uint8Array,
): Buffer {
  const plain = unseal(caseKey, sealed, boundPlace(vaultIdOf(registerOf(context)), place));
  if (!plain) throw new ProcedureError('register_damaged');
  return plain;
}

/** Named on a case: its key for them alone. Their public key is vouched for by the keyring. */
export function sealCaseKeyFor(
  context: CoreContext,
  { personId, userId, slotId }: { personId: string; userId: string; slotId: string },
  caseKey: Buffer,
) {
  const register = registerOf(context);
  const slot = slotOf(keyringOf(register), slotId);
  if (!slot) throw new ProcedureError('user_without_key');
  const bound = boundAccess(vaultIdOf(register), personId, userId);
  return {
    sealed_for: slot.publicKey,
    sealed_key: sealTo(Buffer.from(slot.publicKey, 'base64'), caseKey, bound),
    ...changedNow(context),
  };
}

/** Everybody named on the case gets its key; who has no slot any more is taken off. */
async function reachNamed(
  context: CoreContext,
  tx: Db,
  personId: string,
  caseKey: Buffer,
): Promise<void> {
  const keyring = keyringOf(registerOf(context));
  const named = await tx
    .selectFrom('case_access')
    .innerJoin('user', 'user.id', 'case_access.user_id')
    .select(['user_id', 'slot_id', 'removed_at', 'role'])
    .where('person_id', '=', personId)
    .execute();
  for (const { user_id: userId, slot_id: slotId, removed_at, role } of named) {
    const isGone = removed_at !== null || role === 'coordinator' || !slotOf(keyring, slotId);
    const key = { person_id: personId, user_id: userId };
    await tx
      .deleteFrom('case_access')
      .where((eb) => eb.and(key))
      .execute();
    if (isGone) continue;
    const sealed = sealCaseKeyFor(context, { personId, userId, slotId }, caseKey);
    await tx
      .insertInto('case_access')
      .values({ ...key, ...sealed })
      .execute();
  }
}

async function reseal(
  context: CoreContext,
  tx: Db,
  personId: string,
  { from, to }: { from: Buffer; to: Buffer },
): Promise<void> {
  for (const { table, field } of sealedColumns) {
    const { rows } = await sql<{ id: string; sealed: Uint8Array }>`
      SELECT id, ${sql.ref(field)} AS sealed FROM ${sql.table(table)}
      WHERE person_id = ${personId} AND ${sql.ref(field)} IS NOT NULL`.execute(tx);
    for (const { id, sealed } of rows) {
      const place = { table, rowId: id, field };
      const plain = openInPlace(context, from, place, sealed);
      const renewed = sealInPlace(context, to, place, plain);
      plain.fill(0);
      await sql`UPDATE ${sql.table(table)} SET ${sql.ref(field)} = ${renewed} WHERE id = ${id}`.execute(
        tx,
      );
    }
  }
}

/** A new key for one case, under the newest restricted key: what the old one sealed is sealed again. */
async function renewCaseKey(context: CoreContext, tx: Db, row: CaseRow): Promise<void> {
  const from = openCaseKey(registerOf(context), row);
  const to = randomBytes(32);
  await reseal(context, tx, row.person_id, { from, to });
  await writeCaseKey(context, tx, { personId: row.person_id, caseKey: to });
  await reachNamed(context, tx, row.person_id, to);
  from.fill(0);
  to.fill(0);
}

/** After somebody was taken off a case: they may have kept its key. */
export async function renewCaseKeyOf(
  context: CoreContext,
  tx: Db,
  personId: string,
): Promise<void> {
  const row = await tx
    .selectFrom('protected_case')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  await renewCaseKey(context, tx, row);
}

/** Every case that is still under an older restricted key. Can be done again where it was interrupted. */
export async function renewAllCaseKeys(context: CoreContext, tx: Db): Promise<void> {
  const rows = await tx
    .selectFrom('protected_case')
    .selectAll()
    .where('generation', '<>', newestGeneration(registerOf(context)))
    .execute();
  for (const row of rows) await renewCaseKey(context, tx, row);
}

/** Whoever got a new key pair since they were named reads their cases again. For coordinators. */
export async function repairCaseAccess(context: CoreContext): Promise<void> {
  const register = registerOf(context);
  const keyring = keyringOf(register);
  const rows = await register.db
    .selectFrom('case_access')
    .innerJoin('user', 'user.id', 'case_access.user_id')
    .innerJoin('protected_case', 'protected_case.person_id', 'case_access.person_id')
    .select([
      'case_access.person_id',
      'slot_id',
      'sealed_for',
      'generation',
      'protected_case.sealed_key',
    ])
    .execute();
  for (const row of rows) {
    if (slotOf(keyring, row.slot_id)?.publicKey === row.sealed_for) continue;
    const caseKey = openCaseKey(register, row);
    await register.db
      .transaction()
      .execute((tx) => reachNamed(context, tx, row.person_id, caseKey));
  }
}
