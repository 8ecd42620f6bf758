import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { organisationDetails } from '#domain/directory/organisation.ts';
import { referralStates } from '#domain/referrals/referral.ts';
import { desk, procedure } from './procedure.ts';

const organisation = organisationDetails.extend({
  id: z.uuid(),
  /** Sent back with a change, so that two editors cannot overwrite each other unseen. */
  revision: z.int(),
  verifiedOn: calendarDate.optional(),
  /** Name of the user who checked it last. */
  verifiedBy: z.string().optional(),
  /** The agreement with it that holds longest. */
  agreement: z
    .strictObject({ signedOn: calendarDate, expiresOn: calendarDate.optional() })
    .optional(),
  isArchived: z.boolean(),
});
export type Organisation = z.infer<typeof organisation>;

const ofOrganisation = z.strictObject({ id: z.uuid() });

export const directoryProcedures = {
  'organisations.list': procedure({
    input: z.strictObject({ showArchived: z.boolean().default(false) }),
    output: z.strictObject({ items: z.array(organisation) }),
    role: desk,
    kind: 'query',
  }),
  /** One entry, with how many referrals went there by state. The counts stay inside the register. */
  'organisations.get': procedure({
    input: ofOrganisation,
    output: z.strictObject({
      organisation,
      referralCounts: z.array(
        z.strictObject({ state: z.enum(referralStates), count: z.int().min(1) }),
      ),
    }),
    role: desk,
    kind: 'query',
  }),
  /** A new entry, or the whole of an existing one: then with `id` and the revision that was read. */
  'organisations.save': procedure({
    input: organisationDetails
      .extend({
        id: z.uuid().optional(),
        revision: z.int().optional(),
        /** Whoever saves has checked it today. */
        isVerified: z.boolean().default(false),
      })
      .refine(({ id, revision }) => (id === undefined) === (revision === undefined), {
        message: 'a change names the revision it was made from',
        path: ['revision'],
      }),
    output: z.strictObject({ id: z.uuid() }),
    role: desk,
    kind: 'mutation',
  }),
  /** Everything in the entry was found right today. */
  'organisations.confirm': procedure({
    input: ofOrganisation,
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** Takes the entry out of lists to choose from; what refers to it stays. */
  'organisations.close': procedure({
    input: ofOrganisation,
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  'organisations.reopen': procedure({
    input: ofOrganisation,
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};
