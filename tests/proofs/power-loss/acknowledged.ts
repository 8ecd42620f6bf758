/** What the workload says it was told is saved, one line of JSON each. */
export type Acknowledged =
  | { what: 'person' | 'note' | 'noPaper' | 'volunteer'; id: string }
  | { what: 'paper'; id: string; sha256: string }
  | { what: 'draft'; subjectId: string; content: string };

export function acknowledgedIn(said: string): Acknowledged[] {
  return said
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Acknowledged);
}
