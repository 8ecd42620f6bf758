/*
 * Everything a letter is made of, checked as it must be before anybody sees it. The rules stand here, in the
 * vault, and not on the page: a consent that fits recipient and data, nothing outside the recipient's minimum
 * data set, no consulate for those it endangers, no permit for offices that ask for none, and topics that
 * hurt only when each was ticked by hand (domain dossier 3.1, "Letter safety rules").
 */
import { createHash } from 'node:crypto';
import type { Organisation } from '#api/directory.ts';
import { ProcedureError } from '#api/errors.ts';
import { checkFreeText, type TextWarning } from '#domain/letters/check-free-text.ts';
import { categoriesOfLetter, type LetterDetails, tellsOfDanger } from '#domain/letters/letter.ts';
import { allowedFactsOf, excludedContentsOf, identityOf } from '#domain/letters/letter-identity.ts';
import type { LetterTemplate } from '#domain/letters/letter-template.ts';
import { factsNotFor } from '#domain/letters/safe-recipient.ts';
import { requireReferralConsent } from '../consents/letters-to.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getOrganisation } from '../directory/organisations.ts';
import { refuseConsulate } from '../directory/refuse-consulate.ts';
import { getCaseFile } from '../people/queries.ts';
import type { StatedConsent } from './letter-contents.ts';
import { namesToFind } from './names-to-find.ts';
import { type PickedFacts, pickFacts } from './pick-facts.ts';
import { templateInUse } from './template-versions.ts';

export interface PreparedLetter extends PickedFacts {
  template: LetterTemplate;
  details: LetterDetails;
  /** Missing, with the consent, when the letter is for the person. */
  organisation: Organisation | undefined;
  consent: (StatedConsent & { id: string }) | undefined;
  warnings: TextWarning[];
  needsSecondPerson: boolean;
  /** Changes with anything that would leave, so that nothing is issued that nobody has looked at. */
  seal: string;
}

/** Fails with `fact_not_allowed`, naming what the recipient's minimum data set does not have. */
function checkMinimum(template: LetterTemplate, details: LetterDetails): void {
  const allowed = allowedFactsOf(template, details);
  const outside = [
    ...details.facts.filter((fact) => !allowed.includes(fact)),
    ...details.answers
      .filter(({ key }) => !template.questions.some((question) => question.key === key))
      .map(({ key }) => key),
    ...details.special
      .filter(({ topic }) => !template.specialTopics.includes(topic))
      .map(({ topic }) => topic),
  ];
  if (outside.length > 0) throw new ProcedureError('fact_not_allowed', { fields: outside });
}

async function checkRecipient(
  context: CoreContext,
  template: LetterTemplate,
  { personId, details }: { personId: string; details: LetterDetails },
): Promise<Organisation | undefined> {
  const isForPerson = template.recipient === 'person';
  if (isForPerson !== (details.organisationId === undefined)) {
    throw new ProcedureError('letter_not_for_this_office');
  }
  if (details.organisationId === undefined) return undefined;
  const { db } = registerOf(context);
  const organisation = await getOrganisation(db, details.organisationId);
  await refuseConsulate(context, { personId, organisation });
  if (!template.organisationKinds.includes(organisation.kind)) {
    throw new ProcedureError('letter_not_for_this_office');
  }
  return organisation;
}

/** Fails with `permit_not_for_this_office`: whoever asks for no permit is told about none. */
function checkFactsOfStay({ kind }: Organisation, { facts }: LetterDetails): void {
  const fields = factsNotFor(kind, facts);
  if (fields.length > 0) throw new ProcedureError('permit_not_for_this_office', { fields });
}

async function statedConsent(
  context: CoreContext,
  template: LetterTemplate,
  { personId, details }: { personId: string; details: LetterDetails },
): Promise<(StatedConsent & { id: string }) | undefined> {
  if (details.organisationId === undefined) return undefined;
  const id = await requireReferralConsent(context, {
    personId,
    organisationId: details.organisationId,
    categories: categoriesOfLetter(details, template),
  });
  const row = await registerOf(context)
    .db.selectFrom('consent')
    .select(['given_on', 'given_by'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    id,
    givenOn: row.given_on,
    byOther: row.given_by !== 'self',
    reference: id.slice(-6).toUpperCase(),
  };
}

/** Every field somebody typed into, by the name the page knows it by. */
function typedFields(details: LetterDetails): [field: string, text: string][] {
  const { situation, request, attachments, attention, answers, contactHours } = details;
  const fields: [string, string | undefined][] = [
    ['situation', situation],
    ['request', request],
    ['attachments', attachments.join('\n')],
    ['attention', attention],
    ['contactHours', contactHours],
    ...answers.map(({ key, text }): [string, string] => [`answers.${key}`, text]),
  ];
  return fields.flatMap(([field, text]) => (text ? [[field, text]] : []));
}

/** The association's own telephone is no fact about anybody. */
const withoutContactHours = (fields: [string, string][]) =>
  fields.filter(([field]) => field !== 'contactHours');

async function textWarnings(
  context: CoreContext,
  template: LetterTemplate,
  { personId, details }: { personId: string; details: LetterDetails },
): Promise<TextWarning[]> {
  const using = {
    words: context.resources.letterWords.words,
    names: await namesToFind(registerOf(context).db, personId),
  };
  const excluded = excludedContentsOf(template, details);
  return checkFreeText(withoutContactHours(typedFields(details)), excluded, using);
}

/**
 * Fails with `not_found`, `letter_not_for_this_office`, `letter_not_in_language`, `letter_needs_name`,
 * `consulate_refused`, `fact_not_allowed`, `permit_not_for_this_office` or a consent code.
 */
export async function prepareLetter(
  context: CoreContext,
  personId: string,
  details: LetterDetails,
): Promise<PreparedLetter> {
  const { db } = registerOf(context);
  const template = await templateInUse(context, details.templateCode);
  await getCaseFile(db, personId);
  const letter = { personId, details };
  const organisation = await checkRecipient(context, template, letter);
  if (!template.text[details.language]) throw new ProcedureError('letter_not_in_language');
  // An office that needs the name would get it all the same: better no letter than one thought confidential.
  if (details.isConfidential && identityOf(template, details) === 'name') {
    throw new ProcedureError('letter_needs_name');
  }
  if (organisation) checkFactsOfStay(organisation, details);
  checkMinimum(template, details);
  const consent = await statedConsent(context, template, letter);
  const picked = await pickFacts(context, personId, {
    wanted: details.facts,
    identity: identityOf(template, details),
  });
  const leaving = [
    personId,
    template,
    details,
    picked.facts,
    organisation ?? null,
    consent?.id ?? null,
  ];
  return {
    ...picked,
    template,
    details,
    organisation,
    consent,
    warnings: await textWarnings(context, template, letter),
    needsSecondPerson: template.needsSecondPerson || tellsOfDanger(details),
    seal: createHash('sha256').update(JSON.stringify(leaving)).digest('hex'),
  };
}
