import { describe, expect, test } from 'vitest';
import { fullerChoices, mergedDetails } from '#ui/features/duplicates/merged-details.ts';
import { aName, aPerson } from '../support/factories.ts';

const full = aPerson({
  names: [aName('Mohamed', 'Rahimi')],
  birth: { year: 1990, month: 4, day: 7, certainty: 'documented' },
  sex: 'male',
  legalStatus: 'refugee',
});
const bare = aPerson({
  names: [aName('Mohamed', 'Rahimi'), aName('محمد', 'رحیمی', { kind: 'used' })],
  birth: { year: 1990, certainty: 'estimated' },
  sex: 'unknown',
  languages: [],
  pronoun: 'lui',
});

describe('two records made one', () => {
  test('keep the fuller value of each field, and the kept record where both say as much', () => {
    const choices = fullerChoices({ a: bare, b: full }, 'a');
    expect(choices).toMatchObject({ birth: 'b', sex: 'b', languages: 'b', pronoun: 'a' });
    expect(choices.nationalities).toBe('a');
  });

  test('keep every spelling once, the kept one first, and leave the histories alone', () => {
    const details = { a: bare, b: full };
    const merged = mergedDetails(details, 'b', fullerChoices(details, 'b'));
    expect(merged.names.map((name) => name.given)).toEqual(['Mohamed', 'محمد']);
    expect(merged).toMatchObject({ sex: 'male', pronoun: 'lui', birth: full.birth });
    expect(merged.legalStatus).toBeUndefined();
  });

  test('take what somebody chose instead', () => {
    const details = { a: bare, b: full };
    const choices = { ...fullerChoices(details, 'b'), birth: 'a' as const };
    expect(mergedDetails(details, 'b', choices).birth).toEqual(bare.birth);
  });
});
