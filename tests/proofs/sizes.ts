/** How much a proof tries: a little in every run, as much as asked for in the long one. */
export function sizeOf(name: string, normal: number): number {
  const asked = Number(process.env[name]);
  return Number.isInteger(asked) && asked > 0 ? asked : normal;
}

/**
 * Which part of a long run this is, by `APPRODO_PART`: each tries other moments than the parts before it, so that ten
 * thousand cuts can be made in several evenings and counted together.
 */
export const part = sizeOf('APPRODO_PART', 1);

/** Says a measured number in the report of the run. */
export function report(what: string, measured: Record<string, unknown>): void {
  process.stdout.write(`PROOF ${what}: ${JSON.stringify({ ...measured, part })}\n`);
}
