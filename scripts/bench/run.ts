/**
 * `npm run bench`: speed and memory, each beside a baseline measured in the same run. JSON on standard output,
 * a table on standard error. Nothing here fails a build: machines differ, ratios are for people to read.
 * `npm run bench -- search letter` runs some of them; `--page` keeps the figures in `docs/performance.md`.
 */
import { cpus, loadavg } from 'node:os';
import { benchDisclosure } from './disclosure.ts';
import { benchDuplicates } from './duplicates.ts';
import { benchImport } from './import.ts';
import { benchLetter } from './letter.ts';
import { benchLists } from './lists.ts';
import type { Finding } from './measure.ts';
import { writePerformancePage } from './performance-page.ts';
import { benchProgrammes } from './programmes.ts';
import { benchReportExport } from './report-export.ts';
import { benchSearch } from './search.ts';
import { benchSpelling } from './spelling.ts';
import { benchToday } from './today.ts';
import { benchTypesetting } from './typesetting.ts';

const benches: Record<string, () => Promise<Finding[]>> = {
  search: benchSearch,
  spelling: benchSpelling,
  today: benchToday,
  lists: benchLists,
  duplicates: benchDuplicates,
  import: benchImport,
  letter: benchLetter,
  typesetting: benchTypesetting,
  disclosure: benchDisclosure,
  programmes: benchProgrammes,
  export: benchReportExport,
  'export-memory': () => benchInWindow('report-memory'),
  desk: () => benchInWindow('desk'),
  growth: () => benchInWindow('growth'),
  start: () => benchInWindow('start'),
};

/** By its address: what runs inside a page is checked against the DOM's types, and nothing else here may be. */
async function benchInWindow(name: string): Promise<Finding[]> {
  const { bench }: { bench: () => Promise<Finding[]> } = await import(
    new URL(`./in-window/${name}.ts`, import.meta.url).href
  );
  return bench();
}

const args = process.argv.slice(2);
const asked = args.filter((one) => one !== '--page');
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const findings: Finding[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`measuring ${name} …`);
  findings.push(...(await bench()));
}

const round = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
const rows = findings.map(({ name, value, unit, baseline, ratio, limit, isMet }) => ({
  what: name,
  value: `${round(value)} ${unit}`,
  baseline: baseline ? `${round(baseline.value)} ${unit} (${baseline.name})` : '',
  ratio: ratio === undefined ? '' : ratio.toFixed(2),
  wanted: [
    limit?.ratio && `ratio ≤ ${limit.ratio}`,
    limit?.value && `≤ ${limit.value} ${unit}`,
    limit?.atLeast && `≥ ${limit.atLeast} ${unit}`,
  ]
    .filter(Boolean)
    .join(', '),
  met: isMet === undefined ? '' : isMet ? 'yes' : 'NO',
}));
const headings = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
const widths = headings.map((key) => Math.max(key.length, ...rows.map((row) => row[key].length)));
const line = (cells: string[]) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ');
console.error(line([...headings]));
for (const row of rows) console.error(line(headings.map((key) => row[key])));

const machine = { cores: cpus().length, model: cpus()[0]?.model, load: loadavg()[0] };
const run = { machine, node: process.version, findings };
if (args.includes('--page')) writePerformancePage(run, new Date().toISOString().slice(0, 10));
console.log(JSON.stringify(run, null, 2));
