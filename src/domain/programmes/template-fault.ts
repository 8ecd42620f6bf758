/*
 * What is wrong with a template file, and where, in words a page can say. A file that was written or changed by
 * hand is mended at a place, not by guessing: "stages[2].code is there twice".
 */
import type { z } from 'zod';
import { hidesSomething } from '../text.ts';

const templateFaults = [
  'notJson',
  'tooBig',
  'tooDeep',
  'hidden',
  'unknownKey',
  'missing',
  'wrong',
  'tooLong',
  'tooShort',
  'unknownName',
  'twice',
  'notAChoice',
] as const;

export interface TemplateFault {
  /** Such as `stages[2].code`; empty where the file as a whole is meant. */
  place: string;
  reason: (typeof templateFaults)[number];
}

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

const MOST_OF_A_KEY = 40;
const MOST_OF_A_PLACE = 160;

/** Keys of a stranger's file are shown: only letters, digits and dashes of them, and not at any length. */
const shownKey = (key: string) => key.slice(0, MOST_OF_A_KEY).replace(/[^A-Za-z0-9_-]/g, '?');

export function placeOf(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return `${index === 0 ? '' : '.'}${shownKey(String(step))}`;
    })
    .join('')
    .slice(0, MOST_OF_A_PLACE);
}

function valueAt(content: unknown, path: Path): unknown {
  let value = content;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** What fits none of several shapes is told as the shape it comes furthest with. */
function deepest(issue: Issue, before: Path = []): { issue: Issue; path: Path } {
  const path = [...before, ...issue.path];
  if (issue.code !== 'invalid_union') return { issue, path };
  const inside = issue.errors.flatMap(([first]) => (first ? [deepest(first, path)] : []));
  const furthest = Math.max(0, ...inside.map((one) => one.path.length));
  const found = inside.find((one) => one.path.length === furthest);
  return found && furthest > path.length + 1 ? found : { issue, path };
}

const REASON_OF: Partial<Record<Issue['code'], TemplateFault['reason']>> = {
  too_big: 'tooLong',
  too_small: 'tooShort',
};

/** The first thing the schema found wrong; `content` is what it looked at. */
export function firstFault(issues: readonly Issue[], content: unknown): TemplateFault {
  const [first] = issues;
  if (!first) throw new Error('no fault in a file that is refused');
  const { issue, path } = deepest(first);
  if (issue.code === 'unrecognized_keys') {
    return { place: placeOf([...path, ...issue.keys.slice(0, 1)]), reason: 'unknownKey' };
  }
  const place = placeOf(path);
  if (issue.code === 'custom') {
    const reason = templateFaults.find((one) => one === issue.params?.reason);
    return { place, reason: reason ?? 'wrong' };
  }
  if (valueAt(content, path) === undefined) return { place, reason: 'missing' };
  return { place, reason: REASON_OF[issue.code] ?? 'wrong' };
}

/** Deeper than any template: six levels of rules are about eighteen of the file. */
const MOST_LEVELS = 40;

/** Names that every object has already: as a code they would be found where nothing was written. */
const isEveryObjects = (name: string) => name in Object.prototype;

/** What no template may hold at any place, looked for before the schema does. */
export function strangeIn(content: unknown, path: Path = []): TemplateFault | undefined {
  if (path.length > MOST_LEVELS) return { place: placeOf(path.slice(0, 3)), reason: 'tooDeep' };
  if (typeof content === 'string') {
    const isFromPrototype = path.at(-1) === 'code' && isEveryObjects(content);
    if (isFromPrototype) return { place: placeOf(path), reason: 'wrong' };
    return hidesSomething(content) ? { place: placeOf(path), reason: 'hidden' } : undefined;
  }
  if (typeof content !== 'object' || content === null) return undefined;
  const isList = Array.isArray(content);
  for (const [key, inner] of Object.entries(content)) {
    const inside = [...path, isList ? Number(key) : key];
    if (!isList && isEveryObjects(key)) return { place: placeOf(inside), reason: 'unknownKey' };
    const found = strangeIn(inner, inside);
    if (found) return found;
  }
  return undefined;
}
