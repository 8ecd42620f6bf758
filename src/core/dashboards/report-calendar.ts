import type { ReportDue } from '#api/dashboards.ts';
import { addMonths } from '#domain/dates/calendar-date.ts';
import { programmeTemplate } from '#domain/programmes/programme-template.ts';
import { reportsDue } from '#domain/reports/report-calendar.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { listReleases } from '../reports/release-rows.ts';

/** How far behind and ahead reports are listed. */
const MONTHS_BEHIND = 6;
const MONTHS_AHEAD = 12;

/** Of each report of an open programme those not sent yet and the next, and what was sent of late; by day. */
export async function listReportsDue(context: CoreContext): Promise<{ items: ReportDue[] }> {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const programmes = await db
    .selectFrom('programme')
    .selectAll()
    .where('is_open', '=', 1)
    .orderBy('name')
    .execute();
  const sent = await listReleases(db);
  const since = addMonths(today, -MONTHS_BEHIND);
  const until = addMonths(today, MONTHS_AHEAD);
  const items = programmes.flatMap((row) => {
    const { reports } = programmeTemplate.parse(JSON.parse(row.definition));
    const span = { from: row.from_on ?? `${today.slice(0, 4)}-01-01`, to: row.to_on ?? undefined };
    return reports.flatMap((report) => {
      const dues = reportsDue(report, span, until).filter(({ dueOn }) => dueOn >= since);
      const listed = dues.map((due): ReportDue => {
        const release = sent.find(
          (one) =>
            one.programmeId === row.id && one.period.from === due.from && one.period.to === due.to,
        );
        return {
          programmeId: row.id,
          programme: row.name,
          name: report.name,
          ...due,
          ...(release ? { sentNumber: release.number } : {}),
        };
      });
      const next = listed.find((one) => one.dueOn >= today && one.sentNumber === undefined);
      return listed.filter((one) => one.dueOn < today || one.sentNumber || one === next);
    });
  });
  return { items: items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)) };
}
