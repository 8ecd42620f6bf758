/*
 * How a file that was sent can be told from one that was changed. The seal is a hash of the report itself, the
 * same for all its files, printed on the cover. Each file ends with a line that no reader shows, with the seal
 * and a hash of everything before it. Anybody can make such a line: what it proves is that nothing was changed
 * by accident or by a program in between. Whether the association sent it says the register, which keeps the
 * bytes.
 */
import { createHash } from 'node:crypto';
import type { ReportFile } from '#api/report-file.ts';

export function sha256(...parts: (Uint8Array | string)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** The same value gives the same text, whatever the order in which its names were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join()}}`;
}

export function sealOf(report: Omit<ReportFile, 'seal'>): string {
  return sha256(canonical(report));
}

/** In groups of eight, to be compared by eye. */
export const groupedSeal = (seal: string) => seal.replace(/(.{8})(?=.)/g, '$1 ');

const trailer = (seal: string, check: string) => `approdo-seal:${seal} approdo-check:${check}`;
const trailerAtEnd = /approdo-seal:([0-9a-f]{64}) approdo-check:([0-9a-f]{64})\s*$/;
export const trailerLength = trailer('0'.repeat(64), '0'.repeat(64)).length;

export function trailerFor(body: Uint8Array, seal: string): string {
  return trailer(seal, sha256(body, seal));
}

export function readTrailer(tail: string): { seal: string; check: string } | undefined {
  const [, seal, check] = trailerAtEnd.exec(tail) ?? [];
  return seal === undefined || check === undefined ? undefined : { seal, check };
}
