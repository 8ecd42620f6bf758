/** Where cities and offices stood before and where they stand after, as the table CONSOLIDATE asks for. */
import type { ParsedInputOf, VaultContract } from '#api/contract.ts';
import type { Benchmark } from '#api/network.ts';
import { stepsOf } from '#domain/network/benchmark.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { type Texts, textsFor } from '../documents/texts.ts';
import { benchmarksOf } from './benchmarks.ts';
import { sheetFile } from './sheet-file.ts';

function rowOf({ organisationName, details }: Benchmark, texts: Texts): (string | number)[] {
  const { indicator, ownIndicator = '', before, after } = details;
  return [
    organisationName,
    indicator ? texts.label('benchmarkIndicators', indicator) : ownIndicator,
    before.level,
    texts.date(before.on),
    before.seen ?? '',
    after?.level ?? '',
    after ? texts.date(after.on) : '',
    after?.seen ?? '',
    stepsOf(details) ?? '',
  ];
}

const columns = [
  'office',
  'indicator',
  'before',
  'beforeOn',
  'beforeSeen',
  'after',
  'afterOn',
  'afterSeen',
  'steps',
] as const;

export async function exportBenchmarks(
  context: CoreContext,
  input: ParsedInputOf<VaultContract, 'benchmarks.export'>,
) {
  const { programmeId, language, format, grant } = input;
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const benchmarks = await benchmarksOf(registerOf(context).db, { programmeId });
  const table = {
    title: texts.say('network.benchmarks'),
    header: columns.map((column) => texts.say(`network.benchmark.${column}`)),
    rows: benchmarks.map((one) => rowOf(one, texts)),
    note: texts.say('network.scale'),
  };
  const bytes = await sheetFile([table], format, texts);
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length, rows: benchmarks.length };
}
