import { randomInt } from 'node:crypto';
import type { ParsedInputOf, VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { recoveryProcedures } from '#api/recovery.ts';
import type { Handlers } from '#api/server.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { textsFor } from '../documents/texts.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { markRecoveryConfirmed } from '../vault/confirm-recovery.ts';
import { normaliseRecoveryKey } from '../vault/recovery-key.ts';
import { splitRecoveryKey } from './recovery-parts.ts';
import { recoverySheet } from './recovery-sheet.ts';

type RecoveryHandlers = Handlers<Pick<VaultContract, keyof typeof recoveryProcedures>, CoreContext>;
type WantedSheet = ParsedInputOf<VaultContract, 'recoverySheets.get'>;

/** Of a part: never the first group, which all three have nearly in common, nor the check. */
const aPosition = () => randomInt(1, 9);

function createParts(context: CoreContext) {
  const register = registerOf(context);
  // Confirmed keys are nowhere: a key on paper can be split only by making a new one.
  if (!register.unconfirmedRecoveryKey) throw new ProcedureError('not_found');
  const parts = splitRecoveryKey(register.unconfirmedRecoveryKey);
  register.unconfirmedRecoveryParts = parts;
  return { parts, confirm: parts.map(aPosition) };
}

async function confirmParts(
  context: CoreContext,
  groups: ParsedInputOf<VaultContract, 'recoveryParts.confirm'>['groups'],
): Promise<void> {
  const { unconfirmedRecoveryParts: parts } = registerOf(context);
  const isRight = groups.every(
    ({ part, position, value }) => parts?.[part - 1]?.[position] === normaliseRecoveryKey(value),
  );
  const areAll = new Set(groups.map(({ part }) => part)).size === 3;
  if (!parts || !isRight || !areAll) throw new ProcedureError('recovery_groups_wrong');
  await markRecoveryConfirmed(context);
}

async function sheetOf(context: CoreContext, { language, part }: WantedSheet) {
  const { unconfirmedRecoveryKey, unconfirmedRecoveryParts } = registerOf(context);
  const groups = part === undefined ? unconfirmedRecoveryKey : unconfirmedRecoveryParts?.[part - 1];
  if (!groups) throw new ProcedureError('not_found');
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const madeOn = context.ports.clock.today();
  return typesetPdf(context, recoverySheet({ groups, part, madeOn }, texts));
}

export const recoveryHandlers: RecoveryHandlers = {
  'recoveryParts.create': createParts,
  'recoveryParts.confirm': async (context, { groups }) => {
    await confirmParts(context, groups);
    return {};
  },
  'recoverySheets.get': async (context, wanted) => {
    const { bytes, pageCount } = await sheetOf(context, wanted);
    // The name says nothing of what is inside.
    const suggestedName = wanted.part === undefined ? 'foglio' : `foglio-${wanted.part}`;
    return { bytes, pageCount, suggestedName };
  },
  'recoverySheets.save': async (context, { grant, ...wanted }) => {
    const { bytes } = await sheetOf(context, wanted);
    await context.ports.files.write(grant, bytes);
    return { byteCount: bytes.length };
  },
};
