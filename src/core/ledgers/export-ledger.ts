/*
 * The ledger of a programme for whoever keeps the accounts: who got what, when, from which source, with which
 * receipt. It names people, so it is for coordinators and stands in the audit log. Sums are numbers a spreadsheet
 * can add up; everything somebody typed is text, so that nothing is ever run as a formula.
 */
import writeXlsxFile from 'write-excel-file/node';
import type { ParsedInputOf, VaultContract } from '#api/contract.ts';
import { ledgerStates } from '#domain/programmes/ledger.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { wordsIn } from '#domain/vocabularies/words-in-languages.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { type Texts, textsFor } from '../documents/texts.ts';
import { getProgramme } from '../programmes/programmes.ts';
import { bold, textCell } from '../spreadsheets/text-cell.ts';
import { withoutTimes } from '../spreadsheets/without-times.ts';
import { entriesOfProgramme, sumLedgers } from './ledger-totals.ts';

type Entry = Awaited<ReturnType<ReturnType<typeof entriesOfProgramme>['execute']>>[number];

const MONEY = '#,##0.00';
const euros = (cents: number) => ({ value: cents / 100, type: Number, format: MONEY });
const words = (value: string | null | undefined) => (value ? textCell(value) : null);

const columns = [
  'on',
  'state',
  'line',
  'person',
  'case',
  'payee',
  'units',
  'amount',
  'source',
  'receipt',
  'override',
  'note',
] as const;

function namesIn(template: ProgrammeTemplate, language: InterfaceLanguage) {
  const lines = template.budgets.flatMap((budget) =>
    budget.lines.map(
      (line) => [`${budget.code}/${line.code}`, wordsIn(line.name, language)] as const,
    ),
  );
  const sources = template.fundingSources.map(
    ({ code, name }) => [code, wordsIn(name, language)] as const,
  );
  return { lines: new Map<string, string>(lines), sources: new Map<string, string>(sources) };
}

function entryRow(entry: Entry, names: ReturnType<typeof namesIn>, texts: Texts) {
  const receipt = entry.receipt_number ?? (entry.receipt_id ? texts.say('ledger.onFile') : null);
  return [
    textCell(texts.date(entry.due_on)),
    textCell(texts.label('ledgerStates', entry.state)),
    words(names.lines.get(`${entry.budget}/${entry.line}`) ?? entry.line),
    words(entry.listed_name),
    words(entry.case_number),
    words(entry.payee),
    { value: entry.units, type: Number },
    euros(entry.cents),
    words(entry.funding_source && names.sources.get(entry.funding_source)),
    words(receipt),
    words(entry.override_reason),
    words(entry.note),
  ];
}

export async function exportLedger(
  context: CoreContext,
  { programmeId, language, grant }: ParsedInputOf<VaultContract, 'ledgers.export'>,
) {
  const { db } = registerOf(context);
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const { template } = await getProgramme(db, programmeId);
  const names = namesIn(template, language);
  const entries = await entriesOfProgramme(db, programmeId).execute();
  const totals = await sumLedgers(context, { programmeId });
  const heading = (value: string) => ({ ...textCell(value), ...bold });
  const sumRow = (label: string, sums: Record<(typeof ledgerStates)[number], number>) => [
    textCell(label),
    ...ledgerStates.map((state) => euros(sums[state])),
  ];
  const file = writeXlsxFile([
    {
      data: [
        columns.map((column) => heading(texts.say(`ledger.columns.${column}`))),
        ...entries.map((entry) => entryRow(entry, names, texts)),
      ],
      sheet: texts.say('ledger.sheet'),
      columns: columns.map((column) => ({ width: column === 'person' ? 30 : 18 })),
      stickyRowsCount: 1,
    },
    {
      data: [
        [
          heading(texts.say('ledger.columns.line')),
          ...ledgerStates.map((state) => heading(texts.label('ledgerStates', state))),
        ],
        ...totals.lines.map((line) =>
          sumRow(`${line.budgetName[language]} – ${line.name[language]}`, line.sums),
        ),
        ...totals.sources.map(({ name, sums }) =>
          sumRow(name?.[language] ?? texts.say('ledger.noSource'), sums),
        ),
        sumRow(texts.say('ledger.all'), totals.sums),
      ],
      sheet: texts.say('ledger.totals'),
      columns: [{ width: 44 }, ...ledgerStates.map(() => ({ width: 16 }))],
      stickyRowsCount: 1,
    },
  ]);
  const bytes = withoutTimes(new Uint8Array(await file.toBuffer()));
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length, entries: entries.length };
}
