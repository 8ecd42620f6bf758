/*
 * The letter a plan goes with. What it says comes from the dossier, so that nobody types the sum twice, and it is
 * looked at and issued like any other letter: with the consent for that office, and a look at what leaves. Only
 * of a complete plan: a lender who was sent half a plan says no to the person and not to the association.
 */
import type { LoanShown } from '#api/enterprises.ts';
import { ProcedureError } from '#api/errors.ts';
import type { IdeaDetails } from '#domain/enterprise/enterprise.ts';
import type { DossierAnswer } from '#domain/enterprise/enterprise-resource.ts';
import type { LetterTemplate } from '#domain/letters/letter-template.ts';
import { type CoreContext, type Db, registerOf } from '../context.ts';
import { textsFor } from '../documents/texts.ts';
import { ideaOf, planOf } from './dossier.ts';
import { type DossierHolder, dossierHolder } from './dossier-holder.ts';
import { eurosIn } from './euros.ts';
import { loansOf } from './loans.ts';

/** As long as an answer of a letter may be. */
const LONGEST = 600;
const MOST_ENCLOSURES = 12;

/** As many whole pieces as fit. */
function fitting(lines: readonly (string | undefined)[], between: string): string {
  let text = '';
  for (const line of lines) {
    if (!line) continue;
    const next = text === '' ? line : `${text}${between}${line}`;
    if (next.length > LONGEST) break;
    text = next;
  }
  return text || (lines.find(Boolean) ?? '').slice(0, LONGEST);
}

/** Fails with `business_plan_incomplete`, naming the sections. */
export async function completePlan(context: CoreContext, holder: DossierHolder) {
  const plan = await planOf(context, holder);
  if (plan.gaps.length > 0) {
    throw new ProcedureError('business_plan_incomplete', {
      fields: plan.gaps.map(({ section }) => section),
    });
  }
  return plan;
}

const isOpen = ({ details }: LoanShown) =>
  details.state === 'preparing' || details.state === 'asked';

/** The lender that was asked, or the only office of the kind there is; absent where somebody has to choose. */
async function officeFor(
  db: Db,
  { organisationKinds }: LetterTemplate,
  loan: LoanShown | undefined,
): Promise<{ organisationId?: string }> {
  if (loan && organisationKinds.includes('lender')) {
    return { organisationId: loan.details.organisationId };
  }
  const [only, ...others] = await db
    .selectFrom('organisation')
    .select('id')
    .where('kind', 'in', organisationKinds)
    .where('is_archived', '=', 0)
    .limit(2)
    .execute();
  return only && others.length === 0 ? { organisationId: only.id } : {};
}

/** Fails with `not_found`, `no_enterprise_programme`, `idea_missing`, `business_plan_incomplete`. */
export async function draftLetter(
  context: CoreContext,
  { enrolmentId, templateCode }: { enrolmentId: string; templateCode: string },
) {
  const { db } = registerOf(context);
  const { resources, ports } = context;
  const holder = await dossierHolder(context, enrolmentId);
  const letter = resources.enterprise.letters.find(({ code }) => code === templateCode);
  const template = resources.letters.get(templateCode);
  if (!letter || !template) throw new ProcedureError('not_found');
  const plan = await completePlan(context, holder);
  const idea = await ideaOf(db, enrolmentId);
  if (!idea) throw new ProcedureError('idea_missing');
  const loans = await loansOf(db, enrolmentId);
  const loan = loans.find(isOpen) ?? loans[0];
  const euros = eurosIn('it');
  const texts = textsFor(ports.localesDir, 'it', resources.vocabularies);
  const costs = plan.sections
    .filter(({ holds }) => holds === 'costs')
    .flatMap(({ content }) => content.amounts);
  const told: Record<DossierAnswer, (one: IdeaDetails) => string> = {
    idea: ({ title, idea: words, together }) => fitting([title, words, together], '\n'),
    place: ({ town }) => town ?? '',
    amount: () =>
      fitting(
        [
          loan && euros(loan.details.askedCents),
          ...costs.map(({ what, cents }) => `${what}: ${euros(cents)}`),
        ],
        '; ',
      ),
  };
  const answers = Object.entries(letter.answers)
    .map(([key, from]) => ({ key, text: told[from](idea) }))
    .filter(({ text }) => text !== '');
  const today = texts.date(ports.clock.today());
  return {
    templateCode,
    ...(await officeFor(db, template, loan)),
    facts: template.usualFacts,
    answers,
    attachments: [
      resources.enterprise.planEnclosure.replace('{date}', today),
      ...holder.model.sections.flatMap(({ enclosure }) => enclosure ?? []),
      ...letter.alsoEnclosed,
    ].slice(0, MOST_ENCLOSURES),
  };
}
