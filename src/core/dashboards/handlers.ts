import type { VaultContract } from '#api/contract.ts';
import type { dashboardProcedures } from '#api/dashboards.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { getDashboard } from './dashboard.ts';
import { listReportsDue } from './report-calendar.ts';

type DashboardHandlers = Handlers<
  Pick<VaultContract, keyof typeof dashboardProcedures>,
  CoreContext
>;

export const dashboardHandlers: DashboardHandlers = {
  'dashboards.get': getDashboard,
  'reportCalendar.list': listReportsDue,
};
