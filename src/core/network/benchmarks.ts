import type { Benchmark } from '#api/network.ts';
import type { BenchmarkDetails } from '#domain/network/benchmark.ts';
import { type CoreContext, changedNow, type Db, registerOf } from '../context.ts';
import type { BenchmarkTable } from '../database/tables/network-tables.ts';
import { checkCode } from '../resources/check-codes.ts';
import { keepForUndo } from '../undo-removal.ts';
import {
  checkOrganisations,
  checkProgramme,
  idToSave,
  networkChanged,
  type OfProgramme,
  orNull,
  type Saved,
  told,
} from './rows.ts';

function detailsOf(row: BenchmarkTable): BenchmarkDetails {
  const { after_level: level, after_on: on } = row;
  return {
    programmeId: row.programme_id,
    organisationId: row.organisation_id,
    ...told('indicator', row.indicator),
    ...told('ownIndicator', row.own_indicator),
    before: { level: row.before_level, on: row.before_on, ...told('seen', row.before_seen) },
    ...(level === null || on === null
      ? {}
      : { after: { level, on, ...told('seen', row.after_seen) } }),
  };
}

/** By city or office, in the order in which they were first looked at. */
export async function benchmarksOf(db: Db, { programmeId }: OfProgramme): Promise<Benchmark[]> {
  const rows = await db
    .selectFrom('benchmark')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .selectAll('benchmark')
    .select(['organisation.name as organisation_name', 'office'])
    .$if(programmeId !== undefined, (query) => query.where('programme_id', '=', programmeId ?? ''))
    .orderBy('organisation.name')
    .orderBy('before_on')
    .orderBy('benchmark.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisationName: [row.organisation_name, row.office].filter(Boolean).join(' – '),
    details: detailsOf(row),
  }));
}

export async function listBenchmarks(context: CoreContext, wanted: OfProgramme) {
  return { items: await benchmarksOf(registerOf(context).db, wanted) };
}

/** Fails with `not_found`, `unknown_code`. */
export async function saveBenchmark(context: CoreContext, wanted: Saved<BenchmarkDetails>) {
  const { db } = registerOf(context);
  const { details } = wanted;
  const { before, after } = details;
  await checkProgramme(db, details.programmeId);
  await checkOrganisations(db, [details.organisationId]);
  checkCode(context.resources, 'benchmarkIndicators', details.indicator);
  const id = await idToSave(context, 'benchmark', wanted.id);
  const columns = {
    programme_id: details.programmeId,
    organisation_id: details.organisationId,
    indicator: details.indicator ?? null,
    own_indicator: details.ownIndicator ?? null,
    before_level: before.level,
    before_on: before.on,
    before_seen: orNull(before.seen),
    after_level: after?.level ?? null,
    after_on: after?.on ?? null,
    after_seen: orNull(after?.seen),
    ...changedNow(context),
  };
  await db
    .insertInto('benchmark')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
  networkChanged(context);
  return { id };
}

export async function removeBenchmark(context: CoreContext, { id }: { id: string }) {
  const { db } = registerOf(context);
  await idToSave(context, 'benchmark', id);
  const row = await db
    .deleteFrom('benchmark')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  keepForUndo(context, id, (tx) => tx.insertInto('benchmark').values(row).execute());
  networkChanged(context);
  return {};
}
