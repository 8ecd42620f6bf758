/*
 * Inputs in the neighbourhood of a schema: right ones made of things the register has, right ones with one thing
 * wrong, and wild ones. Made from the JSON Schema of the contract, so that a new procedure is tried without
 * anybody writing a word about it.
 */
import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';
import type { Known } from './known.ts';

interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  $ref?: string;
}

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '\u202Eexe.fdp',
  '\u200B\u200D',
  '\uD800',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE person; --",
  '" OR NEAR(a b) * -x',
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  '{{constructor.constructor("x")()}}',
  '__proto__',
  '%s%n%x',
  'أحمد',
  'ሰላም',
  '2099-01-01',
  '0000-00-00',
  'x'.repeat(10_000),
];

const WILD = fc.oneof(
  fc.constantFrom<unknown[]>(
    ...HOSTILE,
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    2 ** 53,
    1e308,
    -1,
    0.5,
    [],
    {},
    true,
    [[[[[[[[[[]]]]]]]]]],
    new Date(0),
    new Uint8Array(3),
  ),
  fc.anything({ maxDepth: 3 }),
);

// Each takes some milliseconds to make, and a schema asks for the same ones a hundred times.
const ANY_TEXT = fc.string({ unit: 'grapheme', maxLength: 40 });
const patterns = new Map<string, Arbitrary<string>>();

function matching(pattern: string): Arbitrary<string> {
  const made = patterns.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'));
  patterns.set(pattern, made);
  return made;
}

function textFor(schema: JsonSchema, known: Known, name: string): Arbitrary<unknown> {
  const { pattern, format, maxLength = 200 } = schema;
  const seen = known.textsFor(name, pattern === undefined ? undefined : new RegExp(pattern, 'u'));
  const any = () => {
    if (format === 'uuid') return fc.uuid();
    if (pattern !== undefined) return matching(pattern);
    const longest = 'x'.repeat(Math.min(maxLength, 20_000));
    return fc.oneof(ANY_TEXT, fc.constantFrom(...HOSTILE, longest));
  };
  if (seen.length === 0) return any();
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...seen) }, any());
}

function rightFor(schema: JsonSchema, known: Known, name = ''): Arbitrary<unknown> {
  if (name === 'folder') return fc.constantFrom(...known.folders);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map((one) => rightFor(one, known, name)));
  switch (schema.type) {
    case 'object':
      return objectFor(schema, known);
    case 'array': {
      if (schema.prefixItems)
        return fc.tuple(...schema.prefixItems.map((one) => rightFor(one, known, name)));
      const { minItems = 0, maxItems = 4 } = schema;
      const limits = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) };
      return fc.array(rightFor(schema.items ?? {}, known, name), limits);
    }
    case 'string':
      return textFor(schema, known, name);
    case 'integer':
    case 'number': {
      const { minimum = -1000, maximum = 1000 } = schema;
      const small = fc.integer({
        min: Math.ceil(minimum),
        max: Math.floor(Math.min(maximum, Math.max(minimum, 0) + 100)),
      });
      if (name === 'revision') return fc.oneof(fc.constantFrom(1, 1, 1, 2, 3), small);
      return fc.oneof(small, fc.constantFrom(Math.ceil(minimum), Math.floor(maximum)));
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      // What JSON cannot say: bytes, or a value with a check of its own.
      return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known.files) }, WILD);
  }
}

function objectFor(schema: JsonSchema, known: Known): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  if (Object.keys(properties).length === 0 && typeof additionalProperties === 'object') {
    const keys = rightFor(propertyNames ?? { type: 'string' }, known) as Arbitrary<string>;
    return fc.dictionary(keys, rightFor(additionalProperties, known), { maxKeys: 4 });
  }
  const fields = Object.entries(properties).map(
    ([name, inner]) => [name, rightFor(inner, known, name)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}

type Step = string | number;

/** Ways to everything inside a value, the value itself among them. */
function placesIn(value: unknown, way: Step[] = []): Step[][] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [way];
  const inner = Object.entries(value).flatMap(([key, one]) => placesIn(one, [...way, key]));
  return [way, ...inner];
}

function withReplaced(value: unknown, way: Step[], change: (old: unknown) => unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((one, index) =>
      String(index) === step ? withReplaced(one, rest, change) : one,
    );
  }
  const holder = value as Record<string, unknown>;
  return { ...holder, [step]: withReplaced(holder[step], rest, change) };
}

const leftOut = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).slice(1))
    : undefined;
const continued = (value: unknown): unknown => {
  if (typeof value === 'string') return `${value}${value}x`.repeat(50);
  if (Array.isArray(value)) return Array.from({ length: 5000 }, () => value[0]);
  return { ...(value as object), extra: 1, constructor: 2 };
};

function nearlyRight(right: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc
    .tuple(right, fc.nat(), fc.constantFrom('wild', 'leftOut', 'continued'), WILD)
    .map(([value, place, how, wild]) => {
      const places = placesIn(value).filter((way) => way.at(-1) !== 'folder');
      const way = places[place % places.length] ?? [];
      if (how === 'leftOut') return withReplaced(value, way, leftOut);
      if (how === 'continued') return withReplaced(value, way, continued);
      return withReplaced(value, way, () => wild);
    });
}

/** Three in five are right as far as the schema goes. */
export function inputsNear(schema: z.ZodType, known: Known): Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const right = rightFor(json, known);
  return fc.oneof(
    { weight: 6, arbitrary: right },
    { weight: 3, arbitrary: nearlyRight(right) },
    { weight: 1, arbitrary: WILD },
  );
}
