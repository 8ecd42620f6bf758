import { addDays } from '#domain/dates/calendar-date.ts';
import type { LetterFact } from '#domain/letters/letter-fact.ts';
import {
  type LetterLanguage,
  type LetterText,
  letterTemplate,
} from '#domain/letters/letter-template.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { typesetToLook } from '../documents/typeset-pdf.ts';
import { asLetter } from '../letters/compose-letter.ts';
import type { LetterContents } from '../letters/letter-contents.ts';
import { ownLetterhead } from '../letters/own-letterhead.ts';
import type { StatedFacts } from '../letters/stated-facts.ts';
import { placesWrong, shippedTemplate } from '../letters/template-versions.ts';
import { getAssociation } from '../settings/association.ts';
import { notValid } from './template-file.ts';

/** Everything a letter could say, about nobody who exists. */
const INVENTED: StatedFacts = {
  given: 'Amina',
  family: 'Esempio',
  initials: 'A. E.',
  caseNumber: 'ESE-2026-00000',
  isMinor: false,
  lacksGuardian: false,
  needsInterpreter: true,
  showsCaseNumber: true,
  birth: { year: 1994, month: 3, day: 8, certainty: 'documented' },
  ageBand: { from: 25, to: 34 },
  sex: 'female',
  nationalities: ['SOM'],
  fiscalCode: 'SMPMNA94C48Z345X',
  legalStatus: 'refugee',
  permit: {
    title: 'AS',
    number: 'I00000000',
    state: 'issued',
    expiry: 'known',
    expiresOn: '2030-01-31',
  },
  permitExpiry: { expiry: 'known', expiresOn: '2030-01-31' },
  permitRequest: { title: 'AS', number: '000000000000', state: 'receipt', askedOn: '2026-01-15' },
  decision: { notifiedOn: '2026-01-15', due: '2026-02-14', isAssumed: false },
  address: 'via dell’Esempio 1, 10100 Torino',
  city: 'Torino',
  contact: { kind: 'phone', value: '+39 000 000 0000', safe: true },
  safeContact: { value: '+39 000 000 0000', hours: '10–12' },
  languages: [{ language: 'som', level: 'native', needsInterpreter: true }],
  household: { people: 3, minors: 2 },
  guardian: { name: 'Ada Esempio', decree: '1/2026', court: 'Tribunale di Esempio' },
  education: { level: 'isced-3', years: 12, titleHeld: 'lost' },
  work: [{ occupation: 'sarta', years: 4 }],
  receptionExitOn: '2026-01-31',
};

const ALWAYS: readonly (keyof StatedFacts)[] = [
  'given',
  'family',
  'initials',
  'caseNumber',
  'isMinor',
  'lacksGuardian',
  'needsInterpreter',
  'showsCaseNumber',
];

const FIELD_OF: Partial<Record<LetterFact, keyof StatedFacts>> = {
  nationality: 'nationalities',
  receptionExit: 'receptionExitOn',
};

function inventedFacts(allowed: readonly LetterFact[], isNamed: boolean): StatedFacts {
  const fields = new Set<string>([...ALWAYS, ...allowed.map((fact) => FIELD_OF[fact] ?? fact)]);
  const entries = Object.entries(INVENTED).filter(([field]) => fields.has(field));
  const nameless = isNamed ? {} : { given: '', family: '', initials: '' };
  return { ...(Object.fromEntries(entries) as StatedFacts), ...nameless };
}

/** Fails with `not_found` or `template_not_valid`. */
export async function previewTemplate(
  context: CoreContext,
  { code, language, text }: { code: string; language: LetterLanguage; text: LetterText },
) {
  const { db } = registerOf(context);
  const shipped = shippedTemplate(context, code);
  const texts = { ...shipped.text, [language]: text };
  const wrong = placesWrong(shipped, texts);
  if (wrong.length > 0) throw notValid(wrong);
  const template = letterTemplate.parse({ ...shipped, text: texts });
  const today = context.ports.clock.today();
  const contents: LetterContents = {
    association: await getAssociation(db),
    letterhead: await ownLetterhead(db),
    ...(template.recipient === 'organisation'
      ? { addressee: { name: 'Ufficio di esempio', office: 'Sportello' } }
      : {}),
    template,
    details: {
      templateCode: code,
      language,
      facts: template.allowedFacts,
      isConfidential: template.identity === 'code',
      answers: [],
      special: [],
      attachments: text.attachments,
      signedBy: registerOf(context).user.name,
    },
    facts: inventedFacts(template.allowedFacts, template.identity !== 'code'),
    urgency: 'normal',
    issuedOn: today,
    replyBy: addDays(today, template.replyWithinDays),
    isDemo: true,
  };
  const shown = await typesetToLook(context, asLetter(context, contents));
  return { ...shown, suggestedName: `modello-${code.toLowerCase()}.pdf` };
}
