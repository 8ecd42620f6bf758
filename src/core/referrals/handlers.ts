import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { inboundReferralProcedures } from '#api/inbound-referrals.ts';
import type { referralProcedures } from '#api/referrals.ts';
import type { Handlers } from '#api/server.ts';
import { addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import {
  isResting,
  type ReferralDetails,
  type ReferralWay,
  replyByFor,
} from '#domain/referrals/referral.ts';
import { requireReferralConsent } from '../consents/letters-to.ts';
import { announceChange, type CoreContext, registerOf } from '../context.ts';
import { refuseConsulateOf } from '../directory/refuse-consulate.ts';
import { getCaseFile } from '../people/queries.ts';
import { checkCode } from '../resources/check-codes.ts';
import {
  listInboundReferrals,
  removeInboundReferral,
  replyToInboundReferral,
  restoreInboundReferral,
  saveInboundReferral,
} from './inbound-referrals.ts';
import { listLostContacts } from './lost-contacts.ts';
import { keepStep, openReferral } from './open-referral.ts';
import { getReferral, getReferralRow, listReferrals } from './queries.ts';
import { changeReferral, readForChange, recordStep, reopenReferral } from './record-step.ts';

type ReferralHandlers = Handlers<
  Pick<VaultContract, keyof typeof referralProcedures | keyof typeof inboundReferralProcedures>,
  CoreContext
>;

const YEARS_FOR_A_REPLY = 2;

function checkDetails(context: CoreContext, { replyBy, service }: ReferralDetails): void {
  checkCode(context.resources, 'serviceTypes', service);
  const latest = addMonths(context.ports.clock.today(), 12 * YEARS_FOR_A_REPLY);
  if (replyBy !== undefined && replyBy > latest) {
    throw new ProcedureError('date_not_possible', { field: 'replyBy' });
  }
}

interface ReferralToCreate {
  personId: string;
  details: ReferralDetails;
  sent?: { on: CalendarDate; way: ReferralWay; note?: string | undefined } | undefined;
}

async function createReferral(context: CoreContext, wanted: ReferralToCreate) {
  const { personId, details, sent } = wanted;
  const { db, user } = registerOf(context);
  checkDetails(context, details);
  await getCaseFile(db, personId);
  await refuseConsulateOf(context, { personId, organisationId: details.organisationId });
  if (sent && sent.on > context.ports.clock.today()) {
    throw new ProcedureError('date_not_possible', { field: 'on' });
  }
  const consentId =
    sent &&
    (await requireReferralConsent(
      context,
      { personId, organisationId: details.organisationId },
      sent.on,
    ));
  const id = await db.transaction().execute(async (tx) => {
    const referralId = await openReferral(context, tx, { personId, details, consentId });
    if (!sent) return referralId;
    await changeReferral(context, tx, {
      row: await getReferralRow(tx, referralId),
      columns: {
        state: 'sent',
        way: sent.way,
        sent_on: sent.on,
        sent_by: user.id,
        reply_by: details.replyBy ?? replyByFor(details.urgency, sent.on),
      },
    });
    await keepStep(context, tx, { referralId, from: 'draft', to: 'sent', ...sent });
    return referralId;
  });
  announceChange(context, 'referrals');
  return { id };
}

/** Another recipient only while nothing has gone to the first one and no letter names it. */
async function saveReferral(
  context: CoreContext,
  { id, revision, details }: { id: string; revision: number; details: ReferralDetails },
) {
  const { db } = registerOf(context);
  checkDetails(context, details);
  const row = await readForChange(db, { id, revision });
  if (isResting(row.state)) throw new ProcedureError('referral_step_not_possible');
  if (details.organisationId !== row.organisation_id) {
    const letter = await db
      .selectFrom('letter')
      .select('id')
      .where('referral_id', '=', id)
      .executeTakeFirst();
    if (letter) throw new ProcedureError('referral_has_letter');
    if (row.state !== 'draft') throw new ProcedureError('referral_step_not_possible');
    const { organisationId } = details;
    await refuseConsulateOf(context, { personId: row.person_id, organisationId });
  }
  await changeReferral(context, db, {
    row,
    columns: {
      organisation_id: details.organisationId,
      service: details.service ?? null,
      reason: details.reason || null,
      urgency: details.urgency,
      reply_by: details.replyBy ?? (row.sent_on && replyByFor(details.urgency, row.sent_on)),
    },
  });
  announceChange(context, 'referrals');
  return {};
}

interface Receipts {
  id: string;
  revision: number;
  acceptedOn?: CalendarDate | undefined;
  deliveredOn?: CalendarDate | undefined;
}

async function recordReceipts(context: CoreContext, receipts: Receipts) {
  const { db } = registerOf(context);
  const row = await readForChange(db, receipts);
  if (row.way !== 'pec') throw new ProcedureError('referral_step_not_possible');
  const today = context.ports.clock.today();
  const dates = [receipts.acceptedOn, receipts.deliveredOn].filter((on) => on !== undefined);
  if (dates.some((on) => on > today || on < (row.sent_on ?? today))) {
    throw new ProcedureError('date_not_possible', { field: 'acceptedOn' });
  }
  await changeReferral(context, db, {
    row,
    columns: {
      pec_accepted_on: receipts.acceptedOn ?? null,
      pec_delivered_on: receipts.deliveredOn ?? null,
    },
  });
  announceChange(context, 'referrals');
  return {};
}

export const referralHandlers: ReferralHandlers = {
  'referrals.list': listReferrals,
  'referrals.get': getReferral,
  'referrals.create': createReferral,
  'referrals.save': saveReferral,
  'referrals.record': recordStep,
  'referrals.recordReceipts': recordReceipts,
  'referrals.reopen': reopenReferral,
  'lostContacts.list': listLostContacts,
  'inboundReferrals.list': listInboundReferrals,
  'inboundReferrals.save': saveInboundReferral,
  'inboundReferrals.reply': replyToInboundReferral,
  'inboundReferrals.remove': removeInboundReferral,
  'inboundReferrals.restore': restoreInboundReferral,
};
