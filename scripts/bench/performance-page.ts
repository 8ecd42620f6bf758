/** The page of `docs/` with the figures of the last run, and the picture of how they grow with the register. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '../build-if-needed.ts';
import type { Finding } from './measure.ts';

interface Run {
  machine: { cores: number; model: string | undefined; load: number | undefined };
  node: string;
  findings: Finding[];
}

const round = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

function wanted({ limit, unit }: Finding): string {
  if (!limit) return '';
  const parts = [
    limit.ratio !== undefined && `ratio ≤ ${limit.ratio}`,
    limit.value !== undefined && `≤ ${limit.value} ${unit}`,
    limit.atLeast !== undefined && `≥ ${limit.atLeast} ${unit}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function lineOf(finding: Finding): string {
  const { name, value, unit, baseline, ratio, isMet } = finding;
  const cells = [
    name,
    `${round(value)} ${unit}`,
    baseline ? `${round(baseline.value)} ${unit} (${baseline.name})` : '',
    ratio === undefined ? '' : ratio.toFixed(2),
    wanted(finding),
    isMet === undefined ? '' : isMet ? 'yes' : '**no**',
  ];
  return `| ${cells.join(' | ')} |`;
}

interface Series {
  name: string;
  points: { people: number; milliseconds: number }[];
}

/** `open a person, 1000 people` and so on, by what is done. */
function seriesOf(findings: Finding[]): Series[] {
  const series = new Map<string, Series>();
  for (const { name, value, unit } of findings) {
    const [, what = '', people] = /^(.+), (\d+) people$/.exec(name) ?? [];
    if (unit !== 'ms' || people === undefined) continue;
    const one = series.get(what) ?? { name: what, points: [] };
    one.points.push({ people: Number(people), milliseconds: value });
    series.set(what, one);
  }
  return [...series.values()].filter(({ points }) => points.length > 1);
}

const WIDTH = 720;
const HEIGHT = 340;
const LEFT = 60;
const RIGHT = 190;
const TOP = 20;
const BOTTOM = 45;
/** Told apart in grey too. */
const LINES = [
  { colour: '#0f4c4c', dash: '' },
  { colour: '#c0562c', dash: '8 4' },
  { colour: '#5b6b8c', dash: '2 4' },
  { colour: '#7a5c1e', dash: '10 3 2 3' },
];

/** Both scales by powers of ten: what doubles with the register is a straight line that climbs. */
function plotOf(series: Series[]): string {
  const all = series.flatMap(({ points }) => points);
  const people = all.map((one) => Math.log10(one.people));
  const [least, most] = [Math.min(...people), Math.max(...people)];
  const top = Math.ceil(Math.log10(Math.max(10, ...all.map((one) => one.milliseconds))));
  const x = (value: number) =>
    LEFT + ((Math.log10(value) - least) / (most - least || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) =>
    HEIGHT - BOTTOM - (Math.log10(Math.max(1, value)) / top) * (HEIGHT - TOP - BOTTOM);
  const text = (at: [number, number], words: string, more = '') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${words}</text>`;
  const rules = Array.from({ length: top + 1 }, (_, power) => {
    const at = y(10 ** power);
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#d8d2c4"/>${text([LEFT - 8, at + 4], `${10 ** power} ms`, 'text-anchor="end"')}`;
  });
  const sizes = [...new Set(all.map((one) => one.people))].map((one) =>
    text([x(one), HEIGHT - BOTTOM + 20], one.toLocaleString('en'), 'text-anchor="middle"'),
  );
  const ends = series
    .map(({ points }, at) => ({ at, end: y(points.at(-1)?.milliseconds ?? 1) }))
    .sort((a, b) => a.end - b.end);
  // Names of lines that end close together stand below each other.
  const places = new Map<number, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, end } of ends) {
    last = Math.max(end + 4, last + 16);
    places.set(at, last);
  }
  const lines = series.map(({ name, points }, at) => {
    const { colour, dash } = LINES[at % LINES.length] ?? { colour: '#000', dash: '' };
    const path = points.map(
      (one) => `${x(one.people).toFixed(1)},${y(one.milliseconds).toFixed(1)}`,
    );
    const label = text([WIDTH - RIGHT + 12, places.get(at) ?? 0], name, `fill="${colour}"`);
    return `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash}"/>${label}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" fill="#1d2a2c" role="img" aria-label="How long each takes by the size of the register"><rect width="100%" height="100%" fill="#fff"/>${[...rules, ...sizes, ...lines].join('')}${text([(LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8], 'people in the register', 'text-anchor="middle"')}</svg>\n`;
}

/** Kilobytes of what the window loads, by the part it is loaded for. */
function bundleLines(): string[] {
  const folder = join(projectDir, 'out/renderer/assets');
  const files = readdirSync(folder).filter((name) => /\.(js|mjs|css)$/.test(name));
  return files
    .map((name) => ({
      name: name.replace(/-[\w-]{8}(\.\w+)$/, '$1'),
      bytes: statSync(join(folder, name)).size,
    }))
    .filter(({ bytes }) => bytes > 30_000)
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ name, bytes }) => `| ${name} | ${round(bytes / 1024)} KB |`);
}

export function writePerformancePage({ machine, node, findings }: Run, day: string): void {
  const series = seriesOf(findings);
  if (series.length > 0)
    writeFileSync(join(projectDir, 'docs/pictures/growth.svg'), plotOf(series));
  const page = [
    '# Speed and memory',
    '',
    `By \`npm run bench -- --page\` on ${day}: ${machine.cores} cores (${machine.model ?? 'unknown'}), Node ${node}, load ${round(machine.load ?? 0)} at the end. Each figure stands beside a baseline of the same run; nothing here fails a build.`,
    '',
    '| what | measured | baseline | ratio | wanted | met |',
    '|---|---|---|---|---|---|',
    ...findings.map(lineOf),
    '',
    '## How it grows',
    '',
    '![How long each takes by the size of the register](pictures/growth.svg)',
    '',
    'From the press to the paint, in the real window. Finding by letters includes the 120 ms that the list waits for the next letter.',
    '',
    '## What the window loads',
    '',
    'Files of more than 30 KB; the door needs only the first paint of them, the pages come behind it.',
    '',
    '| file | size |',
    '|---|---|',
    ...bundleLines(),
    '',
  ].join('\n');
  writeFileSync(join(projectDir, 'docs/performance.md'), page);
}
