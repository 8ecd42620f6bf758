import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { formProcedures } from '#api/forms.ts';
import type { Handlers } from '#api/server.ts';
import { type FormKind, formKinds, planPrints } from '#domain/documents/form.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { noteGiven } from '../documents/given-documents.ts';
import { typesetPdf } from '../documents/typeset-pdf.ts';
import { getNote } from '../notes/notes.ts';
import { getCaseFile } from '../people/queries.ts';
import { composeForm, formSetting, type WantedForm } from './gather-form.ts';
import { safetyPage } from './safety-page.ts';

type FormHandlers = Handlers<Pick<VaultContract, keyof typeof formProcedures>, CoreContext>;

/** Names of files, in Italian like those of the other documents; they say nothing about anybody. */
const FILE_NAMES: Record<FormKind, string> = {
  attendance: 'attestato',
  appointmentSlip: 'promemoria',
  consent: 'consenso',
  privacyNotice: 'informativa',
  houseRules: 'regole',
  minutes: 'verbale',
};

function listForms({ resources }: CoreContext) {
  const languages = [...resources.documentTexts.values()].map(
    ({ language, name, registerLanguages, readByNativeSpeaker }) => ({
      language,
      name,
      registerLanguages: Object.keys(registerLanguages),
      readByNativeSpeaker,
    }),
  );
  return { kinds: [...planPrints, ...formKinds], languages };
}

const print = async (context: CoreContext, wanted: WantedForm) =>
  typesetPdf(context, await composeForm(context, wanted));

const fileName = (context: CoreContext, name: string) =>
  `${name}-${context.ports.clock.today()}.pdf`;

/** Fails with `restricted_no_access` for whoever may not read the note. */
async function printSafetyPage(context: CoreContext, id: string) {
  const { personId, versions } = await getNote(context, { id });
  const [last] = versions.toSorted((a, b) => b.version - a.version);
  if (!last) throw new ProcedureError('not_found');
  const { kind, notedOn, text } = last;
  const { number } = await getCaseFile(registerOf(context).db, personId);
  const setting = await formSetting(context, undefined);
  const document = safetyPage({ caseNumber: number }, { kind, notedOn, text }, setting);
  return { personId, ...(await typesetPdf(context, document)) };
}

export const formHandlers: FormHandlers = {
  'forms.list': listForms,
  'forms.get': async (context, wanted) => {
    const { bytes, pageCount } = await print(context, wanted);
    return { bytes, pageCount, suggestedName: fileName(context, FILE_NAMES[wanted.form.kind]) };
  },
  'forms.save': async (context, { grant, givenTo, ...wanted }) => {
    const { bytes } = await print(context, wanted);
    await context.ports.files.write(grant, bytes);
    const { kind } = wanted.form;
    const { subjectId: personId, language } = wanted;
    if (kind !== 'minutes') await noteGiven(context, { personId, kind, bytes, language, givenTo });
    return { byteCount: bytes.length };
  },
  'safetyPages.get': async (context, { id }) => {
    const { bytes, pageCount } = await printSafetyPage(context, id);
    return { bytes, pageCount, suggestedName: fileName(context, 'pagina') };
  },
  'safetyPages.save': async (context, { id, grant }) => {
    const { bytes, personId } = await printSafetyPage(context, id);
    await context.ports.files.write(grant, bytes);
    await noteGiven(context, { personId, kind: 'safetyPage', bytes });
    return { byteCount: bytes.length };
  },
};
