/*
 * How many reached each stage of a programme. Whoever reached a later stage passed the earlier ones, also when
 * nobody noted it on the day: funders are told "492 contacted, 434 served, 409 plans, 12 firms" (Start it up),
 * and a funnel that grows towards its end is read as a mistake.
 */

export interface FunnelStep {
  stage: string;
  reached: number;
  /** How many of the stage before did not come this far. */
  lost: number;
}

/** `furthest`: for each enrolment the furthest stage it reached; codes that are no stage do not count. */
export function stageFunnel(stages: readonly string[], furthest: readonly string[]): FunnelStep[] {
  const reached = stages.map(
    (_, index) => furthest.filter((stage) => stages.indexOf(stage) >= index).length,
  );
  return stages.map((stage, index) => ({
    stage,
    reached: reached[index] ?? 0,
    lost: index === 0 ? 0 : (reached[index - 1] ?? 0) - (reached[index] ?? 0),
  }));
}
