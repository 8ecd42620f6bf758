import { expect, test } from 'vitest';
import { proposePrefix } from '#ui/features/vault/propose-prefix.ts';

test.each([
  ['Associazione Ponti Aperti APS', 'PON'],
  ['Donne Migranti per la Città', 'DMLC'],
  ['Approdo', 'APP'],
  ['È', ''],
  ['محمد', ''],
])('%s is shortened to "%s"', (name, prefix) => {
  expect(proposePrefix(name)).toBe(prefix);
});
