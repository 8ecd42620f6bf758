/** A cell that stays text whatever somebody typed into it: nothing is ever run as a formula. */
export const textCell = (value: string) => ({ value, type: String, format: '@' });

/** The face of the other cells too, which is named once only for those without a weight. */
export const bold = { fontWeight: 'bold' as const, fontFamily: 'Calibri' };
