import { ProcedureError } from '#api/errors.ts';
import { agesOn } from '#domain/dates/partial-date.ts';
import type { FormOf, FormRequest } from '#domain/documents/form.ts';
import { officialName } from '#domain/names/official-name.ts';
import { listedName } from '#domain/names/person-name.ts';
import { isInterfaceLanguage } from '#domain/vocabularies/interface-language.ts';
import type { TypesetDocument } from '#typesetting/document.ts';
import { activityRow } from '../activities/activities.ts';
import {
  certificateContents,
  certified,
  certifiedColumns,
} from '../activities/certificate-contents.ts';
import { getAppointment } from '../appointments/queries.ts';
import { consentFromRow } from '../consents/queries.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { guardianOf } from '../documents/plan/gather-plan.ts';
import { voiceOf } from '../documents/plan/print-plan.ts';
import { textsFor } from '../documents/texts.ts';
import type { DocumentSetting } from '../documents/titled-document.ts';
import { planContents } from '../enterprises/plan-contents.ts';
import { matchContents } from '../matches/match-contents.ts';
import { getCaseFile, getDetails } from '../people/queries.ts';
import { getTies } from '../people/ties.ts';
import { checkCode } from '../resources/check-codes.ts';
import { getSession } from '../services/sessions.ts';
import { getAssociation } from '../settings/association.ts';
import { appointmentSlip } from './appointment-slip.ts';
import { attendanceCertificate } from './attendance-certificate.ts';
import { businessPlan } from './business-plan.ts';
import { type ConsentContents, consentForm } from './consent-form.ts';
import { evaluationSheet } from './evaluation-sheet.ts';
import type { FormPerson } from './form-document.ts';
import { houseRules } from './house-rules.ts';
import { matchDocument } from './match-document.ts';
import { minutesDocument } from './minutes.ts';
import { privacyNoticeForm } from './privacy-notice-form.ts';

export interface WantedForm {
  /** The person it is about; or a session, a participant, an activity, as the form says. */
  subjectId: string;
  form: FormRequest;
  language?: string | undefined;
}

export async function formSetting(
  context: CoreContext,
  language: string | undefined,
): Promise<DocumentSetting> {
  const { db, isDemo } = registerOf(context);
  const { ports, resources } = context;
  return {
    association: await getAssociation(db),
    voice: voiceOf(context, language),
    texts: textsFor(ports.localesDir, 'it', resources.vocabularies),
    isDemo,
  };
}

async function formPerson(context: CoreContext, id: string): Promise<FormPerson> {
  const { db } = registerOf(context);
  const today = context.ports.clock.today();
  const { names, birth } = await getDetails(db, id, today);
  const { number } = await getCaseFile(db, id);
  const texts = textsFor(context.ports.localesDir, 'it', context.resources.vocabularies);
  const isMinor = birth !== undefined && agesOn(birth, today).min < 18;
  return {
    id,
    name: listedName(officialName(names)),
    birth: birth && texts.partialDate(birth),
    caseNumber: number,
    isMinor,
    ...(isMinor ? { guardian: await guardianOf(db, await getTies(db, id), today) } : {}),
  };
}

/** Sessions of the days asked for at which the person was present, oldest first. */
async function attended(
  context: CoreContext,
  personId: string,
  { from = '0000', to = '9999' }: FormOf<'attendance'>,
) {
  const rows = await registerOf(context)
    .db.selectFrom('session_participant')
    .innerJoin('session', 'session.id', 'session_id')
    .select(certifiedColumns)
    .where('person_id', '=', personId)
    .where('attendance', '=', 'present')
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .orderBy('held_on')
    .orderBy('start')
    .execute();
  return certified(rows);
}

async function consentContents(
  context: CoreContext,
  person: FormPerson,
  { consentId, purpose }: FormOf<'consent'>,
): Promise<ConsentContents> {
  const { db } = registerOf(context);
  if (consentId === undefined) {
    if (purpose === undefined) throw new ProcedureError('not_found');
    checkCode(context.resources, 'consentPurposes', purpose);
    return { person, purpose, dataCategories: [] };
  }
  const row = await db
    .selectFrom('consent')
    .leftJoin('organisation', 'organisation.id', 'organisation_id')
    .selectAll('consent')
    .select('organisation.name as organisation_name')
    .where('consent.id', '=', consentId)
    .where('person_id', '=', person.id)
    .executeTakeFirst();
  if (!row) throw new ProcedureError('not_found');
  const details = consentFromRow(row);
  const texts = textsFor(context.ports.localesDir, 'it', context.resources.vocabularies);
  return {
    person,
    purpose: details.purpose,
    recipient: row.organisation_name ?? details.recipient,
    dataCategories: details.dataCategories,
    expiresOn: details.expiresOn && texts.date(details.expiresOn),
    scope: details.scope,
    interpreter: details.interpreter,
    interpretedIn: details.language,
    giver: details.giverName,
    childWords: details.childOpinion?.words,
  };
}

async function appointmentOf(context: CoreContext, personId: string, appointmentId: string) {
  const appointment = await getAppointment(registerOf(context).db, appointmentId);
  if (!appointment.details.personIds.includes(personId)) throw new ProcedureError('not_found');
  return appointment;
}

/** The form as a document. Fails with `not_found` when what it is about is not of this person. */
export async function composeForm(
  context: CoreContext,
  { subjectId, form, language }: WantedForm,
): Promise<TypesetDocument> {
  const setting = await formSetting(context, language);
  // Other languages have no words for them: they stay with the association.
  const spoken = language !== undefined && isInterfaceLanguage(language) ? language : 'it';
  const texts = textsFor(context.ports.localesDir, spoken, context.resources.vocabularies);
  if (form.kind === 'minutes') {
    return minutesDocument(await getSession(context, { id: subjectId }), { ...setting, texts });
  }
  if (form.kind === 'evaluation') {
    const activity = await activityRow(registerOf(context).db, subjectId);
    return evaluationSheet(
      { title: activity.title, form: context.resources.activityForm },
      { ...setting, texts },
    );
  }
  if (form.kind === 'certificate') {
    const { personId, name, sessions } = await certificateContents(context, subjectId);
    const person = personId === undefined ? { name } : await formPerson(context, personId);
    return attendanceCertificate({ person, sessions }, setting);
  }
  const person = await formPerson(context, subjectId);
  switch (form.kind) {
    case 'attendance':
      return attendanceCertificate(
        { person, sessions: await attended(context, subjectId, form) },
        setting,
      );
    case 'appointmentSlip': {
      const { appointmentId, bring } = form;
      const appointment = await appointmentOf(context, subjectId, appointmentId);
      return appointmentSlip({ person, appointment, bring }, setting);
    }
    case 'consent':
      return consentForm(await consentContents(context, person, form), setting);
    case 'privacyNotice':
      return privacyNoticeForm(person, setting, context.resources.notice);
    case 'houseRules':
      return houseRules({ person, form }, setting);
    case 'businessPlan':
      return businessPlan(
        { person, ...(await planContents(context, subjectId, form)) },
        { ...setting, texts },
      );
    case 'match':
      return matchDocument(
        { person, ...(await matchContents(context, subjectId, form)) },
        { ...setting, texts },
      );
  }
}
