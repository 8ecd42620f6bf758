import { reportFile } from '#api/report-file.ts';
import { sealOf, sha256 } from './report-seal.ts';
import { type SealedFormat, sealOfFile } from './sealed-files.ts';

export interface VerifiedReport {
  /** The file is as it was written. */
  isUnchanged: boolean;
  format: SealedFormat | 'json' | 'unknown';
  seal?: string;
  /** Of the whole file, as the list of sent reports has it. */
  sha256: string;
}

function formatOf(bytes: Uint8Array): SealedFormat | 'json' | 'unknown' {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  if (head.startsWith('PK')) return 'xlsx';
  if (head === '%PDF-') return 'pdf';
  if (head.startsWith('{')) return 'json';
  return head.startsWith('\u00ef\u00bb\u00bf') ? 'csv' : 'unknown';
}

function sealOfJson(bytes: Uint8Array): string | undefined {
  try {
    const { seal, ...report } = reportFile.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return sealOf(report) === seal ? seal : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a report is as it was written, from its bytes alone. */
export function verifyReport(bytes: Uint8Array): VerifiedReport {
  const format = formatOf(bytes);
  const seal =
    format === 'json'
      ? sealOfJson(bytes)
      : format === 'unknown'
        ? undefined
        : sealOfFile(bytes, format);
  return {
    isUnchanged: seal !== undefined,
    format,
    ...(seal === undefined ? {} : { seal }),
    sha256: sha256(bytes),
  };
}
