import type { VaultContract } from '#api/contract.ts';
import type { personCopyProcedures } from '#api/person-copies.ts';
import type { Handlers } from '#api/server.ts';
import { type PersonCopy, personCopy } from '#domain/person-copies/person-copy.ts';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { textsFor } from '../documents/texts.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { getAssociation } from '../settings/handlers.ts';
import { composeCopy } from './compose-copy.ts';
import { copyDocument } from './copy-document.ts';
import { listRecipients } from './recipients.ts';

type PersonCopyHandlers = Handlers<
  Pick<VaultContract, keyof typeof personCopyProcedures>,
  CoreContext
>;

async function asPdf(context: CoreContext, copy: PersonCopy, language: InterfaceLanguage) {
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const association = await getAssociation(registerOf(context).db);
  return typesetPdf(context, copyDocument(copy, association, texts));
}

const asJson = (copy: PersonCopy) =>
  new TextEncoder().encode(`${JSON.stringify(personCopy.parse(copy), null, 2)}\n`);

export const personCopyHandlers: PersonCopyHandlers = {
  'recipients.list': listRecipients,
  'personCopies.get': async (context, { personId, language }) => {
    const copy = await composeCopy(context, personId);
    const { bytes, pageCount } = await asPdf(context, copy, language);
    return { bytes, pageCount, suggestedName: `copia-${context.ports.clock.today()}.pdf` };
  },
  'personCopies.save': async (context, { personId, language, format, grant }) => {
    const copy = await composeCopy(context, personId);
    const bytes = format === 'json' ? asJson(copy) : (await asPdf(context, copy, language)).bytes;
    await context.ports.files.write(grant, bytes);
    return { byteCount: bytes.length };
  },
};
