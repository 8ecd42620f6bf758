import type { consentProcedures } from '#api/consents.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { giveConsent, listConsents, recordFollowUp, withdrawConsent } from './consents.ts';
import { dueConsents } from './due-consents.ts';
import {
  closeWithholding,
  giveNotice,
  listNotices,
  listWithholdings,
  recordWithholding,
} from './notices.ts';

type ConsentHandlers = Handlers<Pick<VaultContract, keyof typeof consentProcedures>, CoreContext>;

export const consentHandlers: ConsentHandlers = {
  'consents.list': listConsents,
  'consents.give': giveConsent,
  'consents.withdraw': withdrawConsent,
  'consents.recordFollowUp': recordFollowUp,
  'consents.due': async (context, { until }) => {
    const today = context.ports.clock.today();
    return { items: await dueConsents(registerOf(context).db, { today, until }) };
  },
  'privacyNotices.list': listNotices,
  'privacyNotices.give': giveNotice,
  'withholdings.list': listWithholdings,
  'withholdings.record': recordWithholding,
  'withholdings.close': closeWithholding,
};
