import { lostContactDaysOf } from '#domain/casework/association.ts';
import type { ProgrammeTemplate } from '#domain/programmes/programme-template.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getAssociation } from '../settings/association.ts';
import type { MeasuredProgramme } from './measure-sql.ts';

/** What measures are read against, but for the time. */
export async function measuredProgramme(
  context: CoreContext,
  programmeId: string,
  template: ProgrammeTemplate,
): Promise<Omit<MeasuredProgramme, 'period'>> {
  return {
    programmeId,
    stages: template.stages.map(({ code }) => code),
    silentAfterDays: lostContactDaysOf(await getAssociation(registerOf(context).db)),
    listed: context.resources.indicators().byId,
  };
}
