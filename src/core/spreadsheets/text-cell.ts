/** A cell that stays text whatever somebody typed into it: nothing is ever run as a formula. */
export const textCell = (value: string) => ({ value, type: String, format: '@' });

export const bold = { fontWeight: 'bold' as const };
