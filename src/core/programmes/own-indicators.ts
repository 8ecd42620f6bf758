/*
 * Indicators of a programme as indicators of a report: its own, and those of its funder's list that it names. So
 * they pass through the same protection as every other number that leaves, together with what was sent before.
 */
import type { Indicator } from '#domain/indicators/indicator.ts';
import { ownIndicatorId } from '#domain/programmes/programme-indicator.ts';
import type { Period } from '#domain/reports/summary.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { formulaSql } from '../indicators/formula-sql.ts';
import { personTest, type Test } from './measure-sql.ts';
import { measuredProgramme } from './measured-programme.ts';
import { getProgramme } from './programmes.ts';
import { withMeasures } from './with-measures.ts';

/** An indicator with how it is counted: by its formula, or as its programme says. */
export interface CountedIndicator extends Indicator {
  test?: (period: Period) => Test;
}

export const isCounted = ({ formula, test }: CountedIndicator) =>
  formula !== undefined || test !== undefined;

export function indicatorTest(
  { formula, test }: CountedIndicator,
  period: Period,
): Test | undefined {
  return test?.(period) ?? (formula && formulaSql(formula, period));
}

/** In the order of the template; what counts no people, or waits for something, is left out. */
export async function indicatorsOfProgramme(
  context: CoreContext,
  programmeId: string,
): Promise<CountedIndicator[]> {
  const running = await getProgramme(registerOf(context).db, programmeId);
  const template = withMeasures(context, running.template);
  const { byId } = context.resources.indicators();
  const programme = await measuredProgramme(context, programmeId, template);
  const noTime: Period = { from: '0001-01-01', to: '0001-01-01' };
  return template.indicators.flatMap((one, at): CountedIndicator[] => {
    const { counts } = one;
    if (counts?.is === 'listed') {
      const listed = byId.get(counts.indicator);
      return listed?.formula ? [listed] : [];
    }
    if (!counts || !personTest(counts, { ...programme, period: noTime })) return [];
    return [
      {
        id: ownIndicatorId(template.code, one.code),
        // Codes of a template are no words for a funder to read.
        code: one.funderCode ?? String(at + 1),
        wording: one.name,
        unit: 'persons',
        level: one.level,
        breakdown: ['sex'],
        source: template.source,
        checkedOn: template.checkedOn,
        standing: 'awaitingCheck',
        isSensitive: false,
        test: (period) => personTest(counts, { ...programme, period }) as Test,
      },
    ];
  });
}
