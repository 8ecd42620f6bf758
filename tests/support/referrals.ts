import type { InputOf, VaultContract } from '#api/contract.ts';
import type { ReferralStep } from '#domain/referrals/referral-step.ts';
import { anOffice, aPerson, aReferralConsent } from './factories.ts';
import type { openCore } from './open-core.ts';

type Test = Awaited<ReturnType<typeof openCore>>;

/** The day of the test's clock. */
export const today = '2026-11-21';

/** A new person and a new office in the register, with consent from one to the other unless told. */
export async function somebody(t: Test, { consent = true } = {}) {
  const { id: personId } = await t.client.people.create(aPerson());
  const { id: organisationId } = await t.client.organisations.save(anOffice());
  const give = () =>
    t.client.consents.give({ personId, details: aReferralConsent(organisationId) });
  const consentId = consent ? (await give()).id : '';
  return { personId, organisationId, consentId, give };
}

export const details = (organisationId: string) => ({
  organisationId,
  urgency: 'within72h' as const,
});

/** Records a step on the day it was sent, or on the day given. */
export async function step(
  t: Test,
  id: string,
  what: Partial<ReferralStep> & Pick<ReferralStep, 'to'>,
) {
  const { referral } = await t.client.referrals.get({ id });
  await t.client.referrals.record({
    id,
    revision: referral.revision,
    step: { on: referral.sentOn ?? today, ...what },
  });
}

/** A referral of somebody new, sent by phone today unless told. */
export async function byPhone(
  t: Test,
  more: Partial<InputOf<VaultContract, 'referrals.create'>> = {},
) {
  const made = await somebody(t);
  const { id } = await t.client.referrals.create({
    personId: made.personId,
    details: details(made.organisationId),
    sent: { on: today, way: 'phone' },
    ...more,
  });
  return { ...made, id };
}
