import type { VaultContract } from '#api/contract.ts';
import type { LetterTemplateSummary, letterProcedures } from '#api/letters.ts';
import type { Handlers } from '#api/server.ts';
import type { LetterText } from '#domain/letters/letter-template.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { checkLetter } from './check-letter.ts';
import { issueLetter } from './issue-letter.ts';
import { recordCopy } from './letter-copies.ts';
import { getLetterRow } from './letter-rows.ts';
import { confirmLetter, listProposals, proposeLetter, withdrawProposal } from './proposals.ts';
import { latestVersion, templateInUse } from './template-versions.ts';

type LetterHandlers = Handlers<Pick<VaultContract, keyof typeof letterProcedures>, CoreContext>;

const wordsOf = ({ title, request, attachments, nativeRead }: LetterText) => ({
  title,
  request,
  attachments,
  nativeRead,
});

async function summaryOf(context: CoreContext, code: string): Promise<LetterTemplateSummary> {
  const template = await templateInUse(context, code);
  const own = await latestVersion(registerOf(context).db, code);
  const { text, excluded: _, ...rest } = template;
  return {
    ...rest,
    title: text.it.title,
    texts: {
      it: wordsOf(text.it),
      ...(text.en ? { en: wordsOf(text.en) } : {}),
      ...(text.fr ? { fr: wordsOf(text.fr) } : {}),
    },
    version: own?.texts ? own.version : 0,
  };
}

async function listTemplates(context: CoreContext) {
  const codes = [...context.resources.letters.keys()];
  return { items: await Promise.all(codes.map((code) => summaryOf(context, code))) };
}

export const letterHandlers: LetterHandlers = {
  'letters.templates': listTemplates,
  'letters.check': checkLetter,
  'letters.issue': issueLetter,
  'letters.propose': proposeLetter,
  'letters.proposals': listProposals,
  'letters.confirm': confirmLetter,
  'letters.withdraw': withdrawProposal,
  'letters.recordCopy': async (context, { letterId, kind }) => {
    const row = await getLetterRow(registerOf(context).db, letterId);
    await recordCopy(context, row, { kind, manner: 'printed' });
    return {};
  },
};
