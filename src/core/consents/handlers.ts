import type { consentProcedures } from '#api/consents.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import type { CoreContext } from '../context.ts';
import { giveConsent, listConsents, withdrawConsent } from './consents.ts';

type ConsentHandlers = Handlers<Pick<VaultContract, keyof typeof consentProcedures>, CoreContext>;

export const consentHandlers: ConsentHandlers = {
  'consents.list': listConsents,
  'consents.give': giveConsent,
  'consents.withdraw': withdrawConsent,
};
