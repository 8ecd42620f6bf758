/*
 * Drafts of the restricted tier. The rows of drafts lie in the general part of the register, which every
 * user's key opens; what somebody is typing into a protected note must not be readable there. It is sealed to
 * the writer's own key pair, so that a colleague with a debugger finds cipher text, a coordinator too. Whoever
 * is given a new passphrase has a new key pair: then such a draft is lost, and no note that was saved.
 */
import { ProcedureError } from '#api/errors.ts';
import { type DraftKey, maxDraftLength, sealedDraftForms } from '#domain/drafts/draft.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { openSealed, sealTo } from '../vault/key-pair.ts';
import { keyringOf, slotOf } from '../vault/keyring-changes.ts';

const isSealed = ({ form }: DraftKey) => sealedDraftForms.includes(form);

function boundTo(context: CoreContext, { form, subjectId }: DraftKey): string {
  const { keyring, user } = registerOf(context);
  return `draft|${keyring.vaultId}|${user.id}|${form}|${subjectId}`;
}

/** What is written into the row. Fails with `invalid_input` when sealing makes it too long. */
export function sealContent(context: CoreContext, key: DraftKey, content: string): string {
  if (!isSealed(key)) return content;
  const register = registerOf(context);
  const slot = slotOf(keyringOf(register), register.user.slotId);
  if (!slot) throw new ProcedureError('user_without_key');
  const plain = Buffer.from(content, 'utf8');
  const publicKey = Buffer.from(slot.publicKey, 'base64');
  const sealed = sealTo(publicKey, plain, boundTo(context, key)).toString('base64');
  plain.fill(0);
  if (sealed.length > maxDraftLength) throw new ProcedureError('invalid_input');
  return sealed;
}

/** What was typed; undefined when the writer's keys are others by now. */
export function openContent(
  context: CoreContext,
  key: DraftKey,
  stored: string,
): string | undefined {
  if (!isSealed(key)) return stored;
  const { privateKey } = registerOf(context);
  if (!privateKey) return undefined;
  const plain = openSealed(privateKey, Buffer.from(stored, 'base64'), boundTo(context, key));
  const content = plain?.toString('utf8');
  plain?.fill(0);
  return content;
}
