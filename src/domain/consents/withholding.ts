/*
 * Whom the person does not want to know something, what, and why. Somebody who flees a relative, or wants to
 * tell an office themselves, has said so once; it must not depend on who is at the desk that evening. Where
 * it names an organisation of the register, a letter with that data is refused.
 */
import { z } from 'zod';
import { calendarDate } from '../dates/calendar-date.ts';
import { longText, shortText } from '../text.ts';
import { code } from '../vocabularies/code.ts';

export const withholdingReasons = ['fearOfHarm', 'wantsToTellThemselves', 'other'] as const;

export const withholding = z
  .strictObject({
    organisationId: z.uuid().optional(),
    /** A person or group, where it is no organisation of the register. */
    fromWhom: shortText(160).optional(),
    /** Codes of the vocabulary `dataCategories`; empty means everything. */
    dataCategories: z.array(code).max(30).default([]),
    reason: z.enum(withholdingReasons),
    words: longText(400).optional(),
    since: calendarDate,
  })
  .refine(({ organisationId, fromWhom }) => organisationId !== undefined || Boolean(fromWhom), {
    message: 'somebody it is withheld from',
    path: ['fromWhom'],
  });
export type Withholding = z.output<typeof withholding>;

/** Categories of a letter that the person does not want this organisation to have. */
export function withheldCategories(
  withholdings: Pick<Withholding, 'organisationId' | 'dataCategories'>[],
  organisationId: string,
  categories: readonly string[],
): string[] {
  const standing = withholdings.filter((one) => one.organisationId === organisationId);
  return categories.filter((category) =>
    standing.some(
      ({ dataCategories }) => dataCategories.length === 0 || dataCategories.includes(category),
    ),
  );
}
