/* Protects a year's report of five linked tables and audits it, in a process that does nothing else. */
import { audit } from '#disclosure/audit.ts';
import { protect } from '#disclosure/protect.ts';
import { yearlyReport } from '../../tests/disclosure/sample-systems.ts';

const report = yearlyReport();
const { suppressed, status } = await protect(report);
if (status !== 'optimal') throw new Error('the report of the benchmark is protected exactly');
await audit({ ...report, suppressed });
process.stdout.write(JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1024 }));
