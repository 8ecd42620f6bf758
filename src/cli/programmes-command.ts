import { nodePorts } from '#core/host/node-ports.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import { templateSchema } from '#domain/programmes/template-schema.ts';
import { type TriedCase, tryWorkedCase } from '#domain/programmes/worked-cases.ts';
import { UsageError } from './options.ts';

interface CheckedProgramme {
  code: string;
  cases: TriedCase[];
}

const check = (template: ProgrammeTemplate): CheckedProgramme => ({
  code: template.code,
  cases: template.workedCases.map((worked) => tryWorkedCase(template, worked)),
});

function table(programmes: readonly CheckedProgramme[]): string {
  const rows = programmes.flatMap(({ code, cases }) =>
    cases.length === 0
      ? [[code, '', 'no rules to try']]
      : cases.map(({ title, isMet, got }) => [
          code,
          isMet ? 'as written' : 'DIFFERS',
          `${title}: ${got.outcome}${got.until ? ` until ${got.until}` : ''}`,
        ]),
  );
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = [width(0), width(1)];
  return rows
    .map(([code = '', mark = '', said = '']) =>
      `${code.padEnd(widths[0] ?? 0)}  ${mark.padEnd(widths[1] ?? 0)}  ${said}`.trimEnd(),
    )
    .join('\n');
}

/**
 * `programmes --check`: every shipped programme against its worked cases. Exit code 1 when one differs.
 * `programmes --schema`: the shape of a template file.
 */
export function programmesCommand(args: string[]): { result: unknown; exitCode: number } {
  const [wanted, ...others] = args;
  if (others.length > 0 || (wanted !== '--check' && wanted !== '--schema')) {
    throw new UsageError('programmes --check | --schema');
  }
  if (wanted === '--schema') return { result: templateSchema(), exitCode: 0 };
  const templates = loadResources(nodePorts().resourcesDir).programmes();
  const programmes = [...templates.values()].map(check);
  process.stderr.write(`${table(programmes)}\n`);
  const cases = programmes.flatMap((programme) => programme.cases);
  const differing = cases.filter(({ isMet }) => !isMet).length;
  return {
    result: { programmes, cases: cases.length, differing },
    exitCode: differing === 0 ? 0 : 1,
  };
}
