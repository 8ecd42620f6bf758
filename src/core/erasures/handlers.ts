import type { VaultContract } from '#api/contract.ts';
import type { erasureProcedures } from '#api/erasures.ts';
import type { Handlers } from '#api/server.ts';
import type { InterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { textsFor } from '../documents/texts.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { getAssociation } from '../settings/association.ts';
import { certificateDocument } from './certificate-document.ts';
import { confirmErasure, getErasureRow, listErasures } from './confirm-erasure.ts';
import { getErasure, listRequests, startErasure, withdrawErasure } from './erasure-requests.ts';
import { crossOutMentions, listMentions } from './mentions.ts';

type ErasureHandlers = Handlers<Pick<VaultContract, keyof typeof erasureProcedures>, CoreContext>;

interface WantedCertificate {
  id: string;
  language: InterfaceLanguage;
}

async function certificate(context: CoreContext, { id, language }: WantedCertificate) {
  const { db } = registerOf(context);
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const row = await getErasureRow(db, id);
  return typesetPdf(context, certificateDocument(row, await getAssociation(db), texts));
}

export const erasureHandlers: ErasureHandlers = {
  'erasures.get': getErasure,
  'erasures.list': async (context) => ({
    waiting: await listRequests(context),
    done: await listErasures(registerOf(context).db),
  }),
  'erasures.mentions': listMentions,
  'erasures.crossOut': crossOutMentions,
  'erasures.start': startErasure,
  'erasures.withdraw': withdrawErasure,
  'erasures.confirm': confirmErasure,
  'erasures.certificate': async (context, wanted) => {
    const { bytes, pageCount } = await certificate(context, wanted);
    return { bytes, pageCount, suggestedName: `certificato-${context.ports.clock.today()}.pdf` };
  },
  'erasures.saveCertificate': async (context, { grant, ...wanted }) => {
    const { bytes } = await certificate(context, wanted);
    await context.ports.files.write(grant, bytes);
    return { byteCount: bytes.length };
  },
};
