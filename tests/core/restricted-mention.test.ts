import { expect, test } from 'vitest';
import type { CoreContext } from '#core/context.ts';
import { withoutMention } from '#core/vault/restricted-cases.ts';

const hidden = '0192f3a0-0000-7000-8000-00000000000a';
const seen = '0192f3a0-0000-7000-8000-00000000000b';
const context = { register: { hiddenPeople: new Set([hidden]) } } as unknown as CoreContext;

// The last of three layers: for a query that nobody thought of when the other two were written.
test('an answer loses what mentions somebody hidden, however deep it lies', () => {
  const answer = {
    total: 2,
    items: [{ id: seen }, { id: 'x', with: { people: [{ personId: hidden }] } }, hidden],
  };
  expect(withoutMention(context, answer)).toEqual({
    total: 2,
    items: [{ id: seen }, { id: 'x', with: { people: [] } }],
  });
});

test('an answer about somebody hidden is refused', () => {
  for (const answer of [{ id: hidden }, { person: { id: hidden, name: 'x' } }]) {
    expect(() => withoutMention(context, answer)).toThrow(
      expect.objectContaining({ code: 'case_restricted' }),
    );
  }
});

test('who sees every case, and bytes, are answered as it is', () => {
  const all = { register: { hiddenPeople: new Set() } } as unknown as CoreContext;
  expect(withoutMention(all, { id: hidden })).toEqual({ id: hidden });
  const bytes = new Uint8Array([1, 2]);
  expect(withoutMention(context, { bytes })).toEqual({ bytes });
});
