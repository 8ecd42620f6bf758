import type { ProgrammeIndicator } from '#domain/programmes/programme-indicator.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import type { CoreContext } from '../context.ts';

/** One that was started before its template said how to count is counted as the template says now. */
export function withMeasures(context: CoreContext, template: ProgrammeTemplate): ProgrammeTemplate {
  const now = context.resources.programmes().get(template.code);
  const indicators = template.indicators.map((one): ProgrammeIndicator => {
    if (one.counts) return one;
    const found = now?.indicators.find(({ code }) => code === one.code);
    const { counts, awaits } = found ?? {};
    const isPossible =
      !(counts && 'stage' in counts) || template.stages.some(({ code }) => code === counts.stage);
    const { awaits: before, ...named } = one;
    if (counts && isPossible) return { ...named, counts };
    const waits = awaits ?? before;
    return { ...named, ...(waits ? { awaits: waits } : {}) };
  });
  return { ...template, indicators };
}
