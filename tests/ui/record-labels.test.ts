import { expect, test } from 'vitest';
import { addressKinds } from '#domain/people/address.ts';
import { recognitions, titleHoldings } from '#domain/people/background.ts';
import { contactKinds, contactOwners } from '#domain/people/contact.ts';
import { fiscalCodeKinds } from '#domain/people/fiscal-code.ts';
import { documentStates, expiryKinds, seenKinds } from '#domain/people/identity-document.ts';
import { decisions } from '#domain/people/legal-status.ts';
import { civilStatuses, languageLevels, literacies, sexes } from '#domain/people/person.ts';
import { receptionExits } from '#domain/people/reception-stay.ts';
import { decreedKinds, lifeSigns, places, reunifications, tieKinds } from '#domain/people/tie.ts';
import english from '#locales/en/vocabularies.json' with { type: 'json' };
import italian from '#locales/it/vocabularies.json' with { type: 'json' };

const lists = {
  addressKinds,
  recognitions,
  titleHoldings,
  contactKinds,
  contactOwners,
  fiscalCodeKinds,
  documentStates,
  expiryKinds,
  seenKinds,
  decisions,
  civilStatuses,
  languageLevels,
  literacies,
  sexes,
  receptionExits,
  lifeSigns,
  places,
  reunifications,
  tieKinds,
};

test.each(Object.entries(lists))('every one of %s has a word in both languages', (name, codes) => {
  for (const words of [italian, english] as Record<string, Record<string, string>>[]) {
    expect(Object.keys(words[name] ?? {}).sort()).toEqual([...codes].sort());
  }
});

test('ties that rest on a decree are kinds of ties', () => {
  expect(decreedKinds.every((kind) => tieKinds.includes(kind))).toBe(true);
});
