import type { VaultContract } from '#api/contract.ts';
import { ProcedureError } from '#api/errors.ts';
import type { formProcedures } from '#api/forms.ts';
import type { Handlers } from '#api/server.ts';
import { type FormKind, formKinds, planPrints } from '#domain/documents/form.ts';
import { participantRow } from '../activities/participants.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { noteGiven } from '../documents/given-documents.ts';
import { typesetPdf, typesetToLook } from '../documents/typeset-pdf.ts';
import { writePdf } from '../documents/write-pdf.ts';
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
  certificate: 'attestato',
  evaluation: 'questionario',
  businessPlan: 'piano-impresa',
  match: 'abbinamento',
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

const fileName = (context: CoreContext, name: string) =>
  `${name}-${context.ports.clock.today()}.pdf`;

/** Fails with `restricted_no_access` for whoever may not read the note. */
async function composeSafetyPage(context: CoreContext, id: string) {
  const { personId, versions } = await getNote(context, { id });
  const [last] = versions.toSorted((a, b) => b.version - a.version);
  if (!last) throw new ProcedureError('not_found');
  const { kind, notedOn, text } = last;
  const { number } = await getCaseFile(registerOf(context).db, personId);
  const setting = await formSetting(context, undefined);
  return {
    personId,
    document: safetyPage({ caseNumber: number }, { kind, notedOn, text }, setting),
  };
}

/** Whose diary says that it was given; nobody's for minutes, an empty sheet, and whoever has no case file. */
async function givenAbout(context: CoreContext, { subjectId, form: { kind } }: WantedForm) {
  if (kind === 'minutes' || kind === 'evaluation') return undefined;
  if (kind !== 'certificate') return subjectId;
  const row = await participantRow(registerOf(context).db, subjectId);
  return row.person_id ?? undefined;
}

async function noteForm(
  context: CoreContext,
  wanted: WantedForm,
  given: { bytes: Uint8Array; givenTo?: string | undefined },
): Promise<void> {
  const personId = await givenAbout(context, wanted);
  const { form, language } = wanted;
  if (personId !== undefined) {
    await noteGiven(context, { personId, kind: form.kind, language, ...given });
  }
}

export const formHandlers: FormHandlers = {
  'forms.list': listForms,
  'forms.get': async (context, wanted) => {
    const shown = await typesetToLook(context, await composeForm(context, wanted));
    return { ...shown, suggestedName: fileName(context, FILE_NAMES[wanted.form.kind]) };
  },
  'forms.save': async (context, { grant, withPassword, givenTo, ...wanted }) => {
    const made = await typesetPdf(context, await composeForm(context, wanted));
    const file = { grant, withPassword, bytes: made.bytes };
    const { bytes, written } = await writePdf(context, file);
    await noteForm(context, wanted, { bytes, givenTo });
    return written;
  },
  'forms.print': async (context, { givenTo, ...wanted }) => {
    const { bytes, pageCount } = await typesetPdf(context, await composeForm(context, wanted));
    await noteForm(context, wanted, { bytes, givenTo });
    return { bytes, pageCount, suggestedName: fileName(context, FILE_NAMES[wanted.form.kind]) };
  },
  'safetyPages.get': async (context, { id }) => {
    const { document } = await composeSafetyPage(context, id);
    const shown = await typesetToLook(context, document);
    return { ...shown, suggestedName: fileName(context, 'pagina') };
  },
  'safetyPages.print': async (context, { id }) => {
    const { document, personId } = await composeSafetyPage(context, id);
    const { bytes, pageCount } = await typesetPdf(context, document);
    await noteGiven(context, { personId, kind: 'safetyPage', bytes });
    return { bytes, pageCount, suggestedName: fileName(context, 'pagina') };
  },
  'safetyPages.save': async (context, { id, ...file }) => {
    const { document, personId } = await composeSafetyPage(context, id);
    const made = await typesetPdf(context, document);
    const { bytes, written } = await writePdf(context, { ...file, bytes: made.bytes });
    await noteGiven(context, { personId, kind: 'safetyPage', bytes });
    return written;
  },
};
