/** Of one person in a programme, or of a programme itself. */
export type WhoseLedger = { enrolmentId: string } | { programmeId: string };

export const idOf = (whose: WhoseLedger): string =>
  'enrolmentId' in whose ? whose.enrolmentId : whose.programmeId;
