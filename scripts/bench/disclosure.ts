import { audit } from '#disclosure/audit.ts';
import { protect } from '#disclosure/protect.ts';
import { quarterlyReport } from '../../tests/disclosure/sample-systems.ts';
import { compared, type Finding, measureInTurn } from './measure.ts';

/** Exact protection of a quarter's report, and the independent audit of the result beside it. */
export async function benchDisclosure(): Promise<Finding[]> {
  const report = quarterlyReport();
  const { suppressed, status } = await protect(report);
  if (status !== 'optimal') throw new Error('the report of the benchmark is protected exactly');
  const timings = await measureInTurn(
    {
      protect: () => protect(report),
      audit: () => audit({ ...report, suppressed }),
    },
    7,
  );
  const cells = Object.keys(report.cells).length;
  return [
    compared(
      {
        name: `protecting a report of 150 people, ${cells} cells, with its audit`,
        value: timings.protect.median,
        unit: 'ms',
      },
      { name: 'the audit alone', value: timings.audit.median },
      { value: 1000 },
    ),
  ];
}
