import { describe, expect, test } from 'vitest';
import { findOrganisations } from '#domain/directory/find-organisations.ts';
import {
  isUnverified,
  type OrganisationInput,
  organisationDetails,
} from '#domain/directory/organisation.ts';
import { agreementStateOn } from '#domain/network/agreement.ts';
import { anOffice } from '../support/factories.ts';

const today = '2026-11-21';

describe('an entry of the directory', () => {
  test('says after 180 days that nobody has checked it', () => {
    expect(isUnverified(undefined, today)).toBe(true);
    expect(isUnverified('2026-05-24', today)).toBe(true);
    expect(isUnverified('2026-05-25', today)).toBe(false);
  });

  test('knows whether its agreement holds', () => {
    expect(agreementStateOn(undefined, today)).toBe('none');
    expect(agreementStateOn({ signedOn: '2026-01-01' }, today)).toBe('valid');
    expect(agreementStateOn({ signedOn: '2026-12-01' }, today)).toBe('notYet');
    expect(agreementStateOn({ signedOn: '2026-01-01', expiresOn: today }, today)).toBe('valid');
    const over = { signedOn: '2026-01-01', expiresOn: '2026-11-20' };
    expect(agreementStateOn(over, today)).toBe('expired');
  });

  test.each<[string, OrganisationInput]>([
    ['no name', anOffice({ name: ' \u202e ' })],
    ['a name of 10,000 characters', anOffice({ name: 'a'.repeat(10_000) })],
    [
      'one weekday twice',
      anOffice({
        openingHours: [
          { weekday: 'mon', hours: '9' },
          { weekday: 'mon', hours: '10' },
        ],
      }),
    ],
    ['a contact without a name', anOffice({ contacts: [{ name: '' }] })],
    ['a kind that is no code', anOffice({ kind: "x'; DROP TABLE organisation" })],
  ])('is refused with %s', (_, entry) => {
    expect(organisationDetails.safeParse(entry).success).toBe(false);
  });
});

describe('finding in the directory', () => {
  const parse = (more: Partial<OrganisationInput>) => organisationDetails.parse(anOffice(more));
  const entries = [
    { ...parse({ name: 'Città di Moncalieri', place: 'Moncalieri' }), verifiedOn: '2026-10-01' },
    parse({
      kind: 'lawyer',
      name: 'Sportello Il Ponte',
      services: ['LEG'],
      languages: ['ara'],
      contacts: [{ name: 'Marta Olivieri', role: 'Avvocata' }],
      association: { foundedByMigrants: true, communities: ['SOM'] },
    }),
  ];
  const names = (filter: Partial<Parameters<typeof findOrganisations>[1]>) =>
    findOrganisations(entries, { text: '', ...filter }, today).map(({ name }) => name);

  test('goes by beginnings of words, without accents, contacts included', () => {
    expect(names({ text: 'citta monc' })).toEqual(['Città di Moncalieri']);
    expect(names({ text: 'OLIVIERI' })).toEqual(['Sportello Il Ponte']);
    expect(names({ text: 'oncalieri' })).toEqual([]);
  });

  test('narrows by kind, service, language, place and by what nobody checked', () => {
    expect(names({ kind: 'lawyer' })).toEqual(['Sportello Il Ponte']);
    expect(names({ service: 'LEG', language: 'ara' })).toEqual(['Sportello Il Ponte']);
    expect(names({ service: 'LEG', language: 'tir' })).toEqual([]);
    expect(names({ place: 'moncalieri' })).toEqual(['Città di Moncalieri']);
    expect(names({ onlyUnverified: true })).toEqual(['Sportello Il Ponte']);
    expect(names({ onlyOfMigrants: true })).toEqual(['Sportello Il Ponte']);
    expect(names({ community: 'SOM' })).toEqual(['Sportello Il Ponte']);
    expect(names({ community: 'PER' })).toEqual([]);
  });
});
