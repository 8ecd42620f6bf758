/*
 * What is in the register, learned from its own answers by the names of fields: so that some calls name things
 * that are there, of the right kind, and reach deeper than "not found".
 */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const AT_MOST = 40;

/** As the fields of inputs call what procedures are named after. */
const PLURALS: Record<string, string> = { person: 'people', worker: 'users', kept: 'people' };
const featureOf = (field: string) => {
  const thing = field.replace(/Ids?$/, '');
  return PLURALS[thing] ?? `${thing}s`;
};

export class Known {
  readonly files: Uint8Array[];
  /** The only paths that are ever named: nothing outside the test may be touched. */
  readonly folders: string[];
  readonly #texts = new Map<string, Set<string>>();
  #feature = '';

  constructor({ files, folders }: { files: Uint8Array[]; folders: string[] }) {
    this.files = files;
    this.folders = folders;
  }

  add(field: string, text: string): void {
    const texts = this.#texts.get(field) ?? new Set();
    if (texts.size < AT_MOST) texts.add(text);
    this.#texts.set(field, texts);
  }

  /** Which procedure is asked next: a plain `id` is of its kind. */
  turnTo(procedure: string): void {
    this.#feature = procedure.split('.')[0] ?? '';
  }

  learn(procedure: string, answer: unknown, field = ''): void {
    const feature = procedure.split('.')[0] ?? '';
    if (typeof answer === 'string') {
      this.add(UUID.test(answer) ? (field === 'id' ? feature : featureOf(field)) : field, answer);
    } else if (Array.isArray(answer)) {
      for (const one of answer.slice(0, AT_MOST)) this.learn(procedure, one, field);
    } else if (typeof answer === 'object' && answer !== null && !(answer instanceof Uint8Array)) {
      for (const [key, one] of Object.entries(answer)) this.learn(procedure, one, key);
    }
  }

  /** What such a field has been seen to hold. */
  textsFor(field: string, pattern: RegExp | undefined): string[] {
    const ids = field === 'id' ? this.#feature : featureOf(field);
    const seen = [...(this.#texts.get(field) ?? []), ...(this.#texts.get(ids) ?? [])];
    return pattern ? seen.filter((text) => pattern.test(text)) : seen;
  }
}
