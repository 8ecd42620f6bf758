/** JSON has no word for "not there", and a form tells an emptied field from one it does not know. */
const NOT_THERE = '\u0000';

interface DraftContent {
  /** The revision of what was being changed. */
  basis?: number | undefined;
  values: object;
}

export function writeDraft({ basis, values }: DraftContent): string {
  return JSON.stringify({ basis, values }, (_, value) => (value === undefined ? NOT_THERE : value));
}

/** The draft for a form that now begins with `start`; undefined when it is of another shape. */
export function readDraft<T extends object>(
  content: string,
  start: T,
): { basis: number | undefined; values: T } | undefined {
  try {
    const { basis, values } = revived(JSON.parse(content)) as Record<string, unknown>;
    const fitted = fitTo(start, values);
    if (!isRecord(fitted)) return undefined;
    return { basis: typeof basis === 'number' ? basis : undefined, values: fitted as T };
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function revived(value: unknown): unknown {
  if (value === NOT_THERE) return undefined;
  if (Array.isArray(value)) return value.map(revived);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revived(inner)]));
}

const isNothing = (value: unknown) => value === undefined || value === null;

/** What was kept, where it can stand in the place of what the form begins with. */
function fitTo(start: unknown, kept: unknown): unknown {
  if (isNothing(start) || isNothing(kept)) return kept;
  if (isRecord(start) && isRecord(kept)) {
    const known = Object.entries(kept).map(([key, value]) => [
      key,
      key in start ? fitTo(start[key], value) : value,
    ]);
    return { ...start, ...Object.fromEntries(known) };
  }
  // A form of a newer program asks for something else here: it begins as it would without a draft.
  const isSameKind = typeof start === typeof kept && Array.isArray(start) === Array.isArray(kept);
  return isSameKind ? kept : start;
}
