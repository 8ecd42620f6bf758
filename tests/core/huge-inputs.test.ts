import { expect, test } from 'vitest';
import { vaultContract } from '#api/contract.ts';
import { openCore } from '../support/open-core.ts';

/** Deep enough to end a reader that calls itself for each level. */
function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

const longest = 'x'.repeat(10_000_000);
const many = Array.from({ length: 1_000_000 }, () => 'x');
const HUGE = {
  'a text of ten million letters': longest,
  'a list of a million': many,
  'ten thousand levels': nested(10_000),
};

test.each(Object.entries(HUGE))(
  '%s is refused by every procedure, and the core lives on',
  async (_, huge) => {
    const { core, client, failures } = await openCore();
    for (const name of Object.keys(vaultContract)) {
      for (const input of [huge, { id: huge }, { query: huge }, { personId: huge, ids: huge }]) {
        const answer = await core.dispatch(name, input);
        // What ignores no field answers none of them: nothing is cut, nothing is kept.
        expect(answer, name).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
      }
    }
    expect(failures).toEqual([]);
    expect((await client.people.list({})).total).toBe(0);
  },
);
