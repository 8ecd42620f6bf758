/*
 * What can start, change or end a deadline. Some facts stand in the register already (birth, papers, stays,
 * plans, letters); the others are procedure events that an operator notes, because only the notified act or
 * the person knows them. Kinds are fixed, since forms and rules name them; the rules themselves are data.
 */

/** Facts that other parts of the register know. */
const registerFactKinds = [
  'birth',
  'permitExpiry',
  'asylumPermitExpiry',
  'documentExpiry',
  'legalStatus',
  'receptionExit',
  'planSigned',
  'referralSent',
  'everyYear',
  'ownDeadline',
  'callBack',
] as const;

/** Events somebody notes about a person, by area, in the order of the form. */
export const personEventKinds = {
  asylum: [
    'enteredItaly',
    'asylumApplication',
    'hearing',
    'decisionNotified',
    'appealLodged',
    'statusGranted',
    'statusGrantedElsewhere',
  ],
  permits: [
    'asylumPermitIssued',
    'permitAsked',
    'permitRenewalAsked',
    'permitRenewed',
    'longTermAsked',
    'temporaryProtectionLeft',
  ],
  home: [
    'saiEntry',
    'hostPlacement',
    'hostReported',
    'domicileMoved',
    'domicileReported',
    'residenceDeclared',
    'habitualResidenceRenewed',
  ],
  minors: ['conversionAsked', 'prosieguoAsked', 'prosieguoOrdered'],
  family: ['childAbroad', 'reunificationAsked', 'reunificationAnswered', 'marriedItalian'],
  citizenship: ['bornInItaly', 'legalResidenceStart', 'citizenshipApplied'],
  workAndHealth: ['didSigned', 'servicePactSigned', 'stpIssued', 'healthCardRenewed'],
  data: ['dataRequestReceived', 'dataRequestAnswered'],
} as const;

/** Events of the association itself. */
export const associationEventKinds = [
  'registerReportSent',
  'dataBreachNoticed',
  'dataBreachReported',
] as const;

type PersonEventKind = (typeof personEventKinds)[keyof typeof personEventKinds][number];
export type EventKind = PersonEventKind | (typeof associationEventKinds)[number];
export type FactKind = EventKind | (typeof registerFactKinds)[number];

const allPersonEventKinds: readonly PersonEventKind[] = Object.values(personEventKinds).flat();
export const eventKinds: readonly EventKind[] = [...allPersonEventKinds, ...associationEventKinds];
export const factKinds: readonly FactKind[] = [...registerFactKinds, ...eventKinds];

export function isAssociationEvent(kind: EventKind): boolean {
  return associationEventKinds.some((one) => one === kind);
}

/** Terms that an act or a case may carry, by the event they are noted with; the rules hold the same ones. */
export const printedTerms: Partial<
  Record<EventKind, { unit: 'days' | 'months'; choices: readonly number[] }>
> = {
  decisionNotified: { unit: 'days', choices: [30, 15, 7] },
  marriedItalian: { unit: 'months', choices: [24, 12] },
  // Art. 12(3) GDPR: two months more, when the person was told so within the first.
  dataRequestReceived: { unit: 'months', choices: [1, 3] },
};

/** Only these lie ahead when they are noted; a day to come for any other is a slip of the keyboard. */
const FUTURE_KINDS: readonly EventKind[] = ['hearing', 'prosieguoOrdered'];
export const MOST_YEARS_AHEAD = 6;

export function mayLieAhead(kind: EventKind): boolean {
  return FUTURE_KINDS.includes(kind);
}
