import { describe, expect, test } from 'vitest';
import { readDraft, writeDraft } from '#ui/features/drafts/draft-content.ts';

interface Form {
  name: string;
  exit: string | undefined;
  level: number | null;
  rows: { key: string; text: string }[];
  birth: { year: string; certainty: string };
}

const start: Form = {
  name: '',
  exit: '2026-01-01',
  level: null,
  rows: [],
  birth: { year: '', certainty: 'documented' },
};

describe('a draft', () => {
  test('comes back exactly, also fields that were emptied and names in other scripts', () => {
    const values: Form = {
      name: 'زربیناتوا\u200f "x" <b>',
      exit: undefined,
      level: 3,
      rows: [{ key: 'k1', text: 'due\nrighe' }],
      birth: { year: '1994', certainty: 'estimated' },
    };
    const read = readDraft(writeDraft({ basis: 4, values }), start);
    expect(read).toEqual({ basis: 4, values });
    expect(read?.values.exit).toBeUndefined();
  });

  test('of an older form keeps what still fits and begins anew with the rest', () => {
    const old = JSON.stringify({
      values: { name: 7, rows: 'none', birth: { year: '1990' }, level: 2 },
    });
    expect(readDraft(old, start)?.values).toEqual({
      ...start,
      level: 2,
      birth: { year: '1990', certainty: 'documented' },
    });
  });

  test('that cannot be read is no draft', () => {
    for (const content of ['', '{', 'null', '[]', '7']) {
      expect(readDraft(content, start)?.values ?? start).toEqual(start);
    }
  });
});
