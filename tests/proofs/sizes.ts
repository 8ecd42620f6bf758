/** How much a proof tries: a little in every run, as much as asked for in the long one. */
export function sizeOf(name: string, normal: number): number {
  const asked = Number(process.env[name]);
  return Number.isInteger(asked) && asked > 0 ? asked : normal;
}

/** Says a measured number in the report of the run. */
export function report(what: string, measured: Record<string, unknown>): void {
  process.stdout.write(`PROOF ${what}: ${JSON.stringify(measured)}\n`);
}
