/*
 * A register in which every field that takes free text holds hostile text. It is filled with the work of the
 * demonstration, through the contract; each call goes there with its texts replaced. Which fields those are is
 * read from the schemas of the contract, so a new field is taken along without anybody writing a word about it.
 * A text that turns out to be more than text (a code, a name the program looks up) is refused and stays as it was.
 */
import { z } from 'zod';
import { createClient } from '#api/client.ts';
import { vaultContract } from '#api/contract.ts';
import type { CallResult } from '#api/errors.ts';
import { type Core, createCore } from '#core/create-core.ts';
import { fillRegister } from '#core/demo/fill-register.ts';
import { loadInventedPeople } from '#core/demo/invented-people.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { floorCost } from '#core/vault/passphrase-key.ts';
import { hostileTexts } from './hostile-texts.ts';

interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  pattern?: string;
  format?: string;
  maxLength?: number;
}

interface Field {
  /** As in `details.goals.*.statement`: the same for all of a list. */
  name: string;
  way: (string | number)[];
  longest: number;
}

/** Fields of a value that its schema says are free text. */
function freeTexts(schema: JsonSchema, value: unknown, way: Field['way'] = []): Field[] {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) {
    return options
      .filter((one) => isOfKind(one, value))
      .flatMap((one) => freeTexts(one, value, way));
  }
  if (typeof value === 'string') {
    const isFree =
      schema.type === 'string' &&
      !schema.enum &&
      !schema.const &&
      !schema.pattern &&
      !schema.format;
    // Half of what is let in, as the schema says it before white space is taken away.
    const longest = Math.floor((schema.maxLength ?? 400) / 2);
    const name = way.map((step) => (typeof step === 'number' ? '*' : step)).join('.');
    return isFree ? [{ name, way, longest }] : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one, index) =>
      freeTexts(schema.prefixItems?.[index] ?? schema.items ?? {}, one, [...way, index]),
    );
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  const more = schema.additionalProperties;
  const given = Object.entries(value).flatMap(([key, one]) => {
    const inner = schema.properties?.[key] ?? (typeof more === 'object' ? more : undefined);
    return inner ? freeTexts(inner, one, [...way, key]) : [];
  });
  // Those that could be there too: nobody fills in everything.
  const left = Object.entries(schema.properties ?? {})
    .filter(([key]) => !(key in value))
    .flatMap(([key, inner]) => freeTexts(inner, '', [...way, key]));
  return [...given, ...left];
}

/** Whether an option of a schema is about such a value: what it says literally is there. */
function isOfKind({ properties }: JsonSchema, value: unknown): boolean {
  if (!properties || typeof value !== 'object' || value === null) return true;
  return Object.entries(properties).every(
    ([key, { const: literal }]) =>
      literal === undefined || (value as Record<string, unknown>)[key] === literal,
  );
}

function withText(value: unknown, [step, ...rest]: Field['way'], text: string): unknown {
  if (step === undefined) return text;
  const holder = structuredClone(value) as Record<string | number, unknown>;
  holder[step] = withText(holder[step], rest, text);
  return holder;
}

/** Paths and secrets are no texts of the register, and the page does not send them. */
const NO_TEXT = /^(vault\.(create|unlock)|backups\.|imports\.|recovery\.|users\.)/;

/** Replaces texts in calls, and learns which fields take any. */
class HostileCalls {
  readonly taken = new Set<string>();
  readonly refused = new Set<string>();
  readonly #core: Core;
  readonly #texts: string[];
  readonly #schemas = new Map<string, JsonSchema>();
  #count = 0;

  constructor(core: Core, texts: string[]) {
    this.#core = core;
    this.#texts = texts;
  }

  /** The next text that fits; undefined where none does. */
  #nextText(longest: number): string | undefined {
    const fitting = this.#texts.filter((text) => text.length <= longest);
    return fitting[this.#count++ % fitting.length];
  }

  #schemaOf(name: string): JsonSchema {
    const procedure = vaultContract[name as keyof typeof vaultContract];
    const known =
      this.#schemas.get(name) ??
      (z.toJSONSchema(procedure.input, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
    this.#schemas.set(name, known);
    return known;
  }

  async dispatch(name: string, input: unknown): Promise<CallResult<unknown>> {
    const isAsking = vaultContract[name as keyof typeof vaultContract]?.kind !== 'mutation';
    if (isAsking || NO_TEXT.test(name)) return this.#core.dispatch(name, input);
    const fields = freeTexts(this.#schemaOf(name), input);
    const keyOf = (field: Field) => `${name}: ${field.name}`;
    let open = fields.filter((field) => !this.refused.has(keyOf(field)));
    while (open.length > 0) {
      const answer = await this.#send(name, this.#spoilt(input, open));
      if (answer.ok) {
        for (const field of open) this.taken.add(keyOf(field));
        return answer;
      }
      // A call that was refused changed nothing: leave out half of what is not known yet, then one by one.
      const unknown = open.filter((field) => !this.taken.has(keyOf(field)));
      const known = open.filter((field) => this.taken.has(keyOf(field)));
      if (unknown.length <= 1) {
        for (const field of unknown.length === 1 ? unknown : known) this.refused.add(keyOf(field));
        open = unknown.length === 1 ? known : [];
      } else {
        open = [...known, ...unknown.slice(0, Math.ceil(unknown.length / 2))];
      }
    }
    return this.#core.dispatch(name, input);
  }

  /** A letter is issued only as it was looked at: with the seal of these texts, not of those they replaced. */
  async #send(name: string, input: unknown): Promise<CallResult<unknown>> {
    if (name !== 'letters.issue') return this.#core.dispatch(name, input);
    const { seal: _, ...letter } = input as Record<string, unknown>;
    const seen = await this.#core.dispatch('letters.check', letter);
    if (!seen.ok) return seen;
    const { seal } = seen.data as { seal: string };
    return this.#core.dispatch(name, { ...letter, seal });
  }

  #spoilt(input: unknown, fields: Field[]): unknown {
    return fields.reduce((spoilt, { way, longest }) => {
      const text = this.#nextText(longest);
      return text === undefined ? spoilt : withText(spoilt, way, text);
    }, input);
  }
}

export interface HostileRegister {
  /** Left open; to be closed before another program opens it. */
  core: Core;
  files: ReturnType<typeof nodePorts>['files'];
  /** Fields that hold hostile text, and those that took none. */
  taken: string[];
  refused: string[];
}

interface Wanted {
  passphrase: string;
  people: number;
  today: string;
  /** With signs that no font of the documents has. */
  withWide: boolean;
}

/** Makes one in an empty folder, the same each time. */
export async function hostileRegister(
  folder: string,
  { passphrase, people, today, withWide }: Wanted,
): Promise<HostileRegister> {
  let day = today;
  const ports = nodePorts({
    clock: { now: () => new Date(`${day}T09:00:00Z`), today: () => day },
    passphraseCost: floorCost,
  });
  const core = createCore(ports);
  const calls = new HostileCalls(core, hostileTexts({ withWide }));
  const client = createClient((name, input) => calls.dispatch(name, input));
  const { recoveryKey } = await client.vault.create({
    folder,
    passphrase,
    userName: '<i data-hostile>O',
    association: { name: '<i data-hostile>Ponte', casePrefix: 'PON' },
  });
  const groups = recoveryKey.confirm.map((position) => ({
    position,
    value: recoveryKey.groups[position] ?? '',
  }));
  await client.vault.confirmRecoveryKey({ groups });
  const material = loadInventedPeople(ports.resourcesDir);
  const setToday = (moved: string) => {
    day = moved;
  };
  await fillRegister(client, material, { people, seed: 7, today, setToday });
  const { items } = await client.people.list({});
  const [somebody] = items;
  if (!somebody) throw new Error('nobody was registered');
  const note = { kind: 'other', notedOn: today, text: 'x' } as const;
  await client.notes.save({ personId: somebody.id, note });
  const view = { name: 'x', columns: [], conditions: [] };
  await client.views.save({ view, isShared: true });
  return {
    core,
    files: ports.files,
    taken: [...calls.taken].sort(),
    refused: [...calls.refused].sort(),
  };
}
