import { expect, test } from 'vitest';
import type { ZodObject } from 'zod';
import { nameSources } from '#domain/names/person-name.ts';
import { addressKinds } from '#domain/people/address.ts';
import { recognitions, titleHoldings } from '#domain/people/background.ts';
import { contactKinds, contactOwners } from '#domain/people/contact.ts';
import { fiscalCodeKinds } from '#domain/people/fiscal-code.ts';
import { documentStates, expiryKinds, seenKinds } from '#domain/people/identity-document.ts';
import { decisions } from '#domain/people/legal-status.ts';
import {
  arrivalWays,
  cefrLevels,
  cefrSources,
  civilStatuses,
  doors,
  interpreterWishes,
  languageLevels,
  literacies,
  sexes,
} from '#domain/people/person.ts';
import { receptionExits } from '#domain/people/reception-stay.ts';
import { riskLevels } from '#domain/people/risk.ts';
import { skillProofs } from '#domain/people/skill.ts';
import { decreedKinds, lifeSigns, places, reunifications, tieKinds } from '#domain/people/tie.ts';
import { inboundReplies } from '#domain/referrals/inbound-referral.ts';
import englishRecords from '#locales/en/records.json' with { type: 'json' };
import english from '#locales/en/vocabularies.json' with { type: 'json' };
import italianRecords from '#locales/it/records.json' with { type: 'json' };
import italian from '#locales/it/vocabularies.json' with { type: 'json' };
import {
  educationView,
  housingView,
  riskView,
  skillView,
  workView,
} from '#ui/features/people/records/background-views.ts';
import { detailsOf } from '#ui/features/people/records/field-spec.ts';
import type { RecordView } from '#ui/features/people/records/record-view.ts';
import {
  addressView,
  contactView,
  documentView,
  legalStatusView,
  receptionView,
} from '#ui/features/people/records/situation-views.tsx';
import { tieView } from '#ui/features/people/records/tie-view.ts';

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
  arrivalWays,
  civilStatuses,
  doors,
  interpreterWishes,
  languageLevels,
  cefrLevels,
  cefrSources,
  inboundReplies,
  literacies,
  sexes,
  receptionExits,
  lifeSigns,
  places,
  reunifications,
  tieKinds,
  nameSources,
  riskLevels,
  skillProofs,
};

test.each(Object.entries(lists))('every one of %s has a word in both languages', (name, codes) => {
  for (const words of [italian, english] as Record<string, Record<string, string>>[]) {
    expect(Object.keys(words[name] ?? {}).sort()).toEqual([...codes].sort());
  }
});

test('ties that rest on a decree are kinds of ties', () => {
  expect(decreedKinds.every((kind) => tieKinds.includes(kind))).toBe(true);
});

const views = [
  contactView,
  addressView,
  documentView,
  legalStatusView,
  receptionView,
  educationView,
  workView,
  housingView,
  skillView,
  riskView,
  tieView,
];

test.each(views)('the form of $name asks for every field of a row and names each', (view) => {
  const { name, schema, fields } = view as RecordView<ZodObject>;
  expect(fields.map((field) => field.name).sort()).toEqual(Object.keys(schema.shape).sort());
  const asked = fields.filter(({ kind }) => kind !== 'own');
  const keys = asked.flatMap((field) => [
    field.name,
    ...(field.hasHint ? [`${field.name}Hint`] : []),
  ]);
  for (const words of [italianRecords, englishRecords]) {
    const labels: Record<string, Record<string, string>> = words.fields;
    expect(Object.keys(labels[name] ?? {}).sort()).toEqual(keys.sort());
  }
});

test('what a form starts with, completed with what it demands, is a valid row', () => {
  const filled = { ...documentView.start, expiresOn: '2027-01-01' };
  const sent = detailsOf({ ...filled, number: '  ', replacedBy: 'x' }, documentView.fields);
  expect(sent).toEqual(filled);
  expect(documentView.schema.safeParse(sent).success).toBe(true);
});
