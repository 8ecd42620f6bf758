import type { VaultContract } from '#api/contract.ts';
import type { personCopyProcedures } from '#api/person-copies.ts';
import type { Handlers } from '#api/server.ts';
import { type PersonCopy, personCopy } from '#domain/person-copies/person-copy.ts';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { textsFor } from '../documents/texts.ts';
import { type Typesetting, typesetPdf, typesetToLook } from '../documents/typeset-pdf.ts';
import { writePdf } from '../documents/write-pdf.ts';
import { getAssociation } from '../settings/association.ts';
import { composeCopy } from './compose-copy.ts';
import { copyDocument } from './copy-document.ts';
import { listRecipients } from './recipients.ts';

type PersonCopyHandlers = Handlers<
  Pick<VaultContract, keyof typeof personCopyProcedures>,
  CoreContext
>;

interface CopyToPrint {
  copy: PersonCopy;
  language: InterfaceLanguage;
  via: Typesetting;
}

async function asPdf(context: CoreContext, { copy, language, via }: CopyToPrint) {
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const association = await getAssociation(registerOf(context).db);
  return via(context, copyDocument(copy, association, texts));
}

const asJson = (copy: PersonCopy) =>
  new TextEncoder().encode(`${JSON.stringify(personCopy.parse(copy), null, 2)}\n`);

export const personCopyHandlers: PersonCopyHandlers = {
  'recipients.list': listRecipients,
  'personCopies.get': async (context, { personId, language }) => {
    const copy = await composeCopy(context, personId);
    const shown = await asPdf(context, { copy, language, via: typesetToLook });
    return { ...shown, suggestedName: `copia-${context.ports.clock.today()}.pdf` };
  },
  'personCopies.save': async (context, { personId, language, format, ...file }) => {
    const copy = await composeCopy(context, personId);
    if (format === 'json') {
      const bytes = asJson(copy);
      await context.ports.files.write(file.grant, bytes);
      return { byteCount: bytes.length };
    }
    const { bytes } = await asPdf(context, { copy, language, via: typesetPdf });
    return (await writePdf(context, { ...file, bytes })).written;
  },
};
