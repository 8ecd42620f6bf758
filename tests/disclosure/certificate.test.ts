import { describe, expect, it } from 'vitest';
import type { Certificate } from '#disclosure/certificate.ts';
import { checkCertificate } from '#disclosure/check-certificate.ts';
import { protect } from '#disclosure/protect.ts';
import { quarterlyReport } from './sample-systems.ts';

const problem = quarterlyReport(3);

async function aCertificate(): Promise<Certificate> {
  const { certificate } = await protect(problem);
  if (certificate === null) throw new Error('the sample is protectable');
  return structuredClone(certificate);
}

const codes = (certificate: unknown) => [
  ...new Set(checkCertificate(problem, certificate).failures.map(({ code }) => code)),
];

describe('the certificate', () => {
  it('holds for the release it was made for', async () => {
    expect(checkCertificate(problem, await aCertificate())).toEqual({ valid: true, failures: [] });
  });

  it('does not survive a change of any single imagined count', async () => {
    const certificate = await aCertificate();
    const hidden = certificate.witnesses[0]?.hidden ?? {};
    for (const id of Object.keys(hidden)) {
      const changed = structuredClone(certificate);
      Object.assign(changed.witnesses[0]?.hidden ?? {}, { [id]: (hidden[id] ?? 0) + 1 });
      expect(codes(changed)).toContain('not_additive');
    }
  });

  it('fails without a table for each small count', async () => {
    const { suppressed, witnesses } = await aCertificate();
    expect(codes({ suppressed, witnesses: witnesses.slice(1) })).toEqual(['no_witness']);
    expect(codes({ suppressed, witnesses: [] })).toEqual(['no_witness']);
  });

  it('fails when a small count is printed or a complement is left out', async () => {
    const { suppressed, witnesses } = await aCertificate();
    for (const printed of suppressed) {
      const fewer = suppressed.filter((id) => id !== printed);
      expect(codes({ suppressed: fewer, witnesses })).toContain('not_the_hidden_cells');
    }
    expect(codes({ suppressed: [], witnesses: [] })).toContain('small_count_printed');
  });

  it('does not accept halves of persons, hidden zeros, or a hidden grand total', async () => {
    const certificate = await aCertificate();
    const first = Object.keys(certificate.witnesses[0]?.hidden ?? {})[0] ?? '';
    const halves = structuredClone(certificate);
    Object.assign(halves.witnesses[0]?.hidden ?? {}, { [first]: 1.5 });
    expect(codes(halves)).toContain('not_a_whole_count');
    const none = structuredClone(certificate);
    Object.assign(none.witnesses[0]?.hidden ?? {}, { [first]: 0 });
    expect(codes(none)).toContain('under_lower_bound');
    const zero = Object.keys(problem.cells).find((id) => problem.cells[id] === 0) ?? '';
    const more = (id: string) => ({ ...certificate, suppressed: [...certificate.suppressed, id] });
    expect(codes(more(zero))).toContain('may_not_be_hidden');
    expect(codes(more('ALL'))).toContain('may_not_be_hidden');
    expect(codes(more('nobody'))).toContain('unknown_cell');
  });

  it('fails when a table is said to protect a cell it does not lift', async () => {
    const certificate = await aCertificate();
    const [first, ...others] = certificate.witnesses;
    const claimed = { ...first, protects: certificate.suppressed };
    expect(codes({ ...certificate, witnesses: [claimed, ...others] })).toContain('under_threshold');
  });

  it('is refused, not thrown at, when it is no certificate', () => {
    for (const value of [null, 7, {}, { suppressed: [1], witnesses: [] }, { suppressed: [] }]) {
      expect(codes(value)).toEqual(['malformed']);
    }
  });
});
