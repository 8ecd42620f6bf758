import type { Client } from '#api/client.ts';
import { isUnderAge } from '#domain/consents/coming-of-age.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { PersonDetails } from '#domain/people/person.ts';
import type { InventedPeople } from './invented-people.ts';
import type { SeededRandom } from './seeded-random.ts';

interface ConsentWork {
  client: Client;
  material: InventedPeople;
  random: SeededRandom;
  today: CalendarDate;
}

interface Asked {
  personId: string;
  person: PersonDetails;
  organisationId: string;
}

/** The privacy notice, and consent to write to an office; for a child by a guardian. */
export async function giveReferralConsent(
  { client, material, random, today }: ConsentWork,
  { personId, person, organisationId }: Asked,
): Promise<void> {
  const language = person.languages.find((one) => one.needsInterpreter)?.language;
  const interpretation = language ? { language, interpreter: random.pick(material.mediators) } : {};
  const isChild = isUnderAge(person.birth, today);
  const guardian = random.pick(material.guardians);
  await client.privacyNotices.give({
    personId,
    notice: {
      version: '2026-1',
      givenOn: today,
      way: 'both',
      ...interpretation,
      ...(isChild ? { givenTo: guardian.name } : {}),
    },
  });
  await client.consents.give({
    personId,
    details: {
      purpose: 'referral',
      organisationId,
      dataCategories: ['identity', 'contact', 'legalStatus'],
      ...(isChild
        ? {
            givenBy: 'guardian',
            giverName: guardian.name,
            giverAuthority: guardian.authority,
            childOpinion: { stance: 'agrees' },
          }
        : { givenBy: 'self' }),
      way: 'signed',
      ...interpretation,
      noticeVersion: '2026-1',
      noticeGivenOn: today,
      givenOn: today,
      expiresOn: addDays(today, 20 + random.below(300)),
    },
  });
}
