import { z } from 'zod';
import { addressDetails } from '#domain/people/address.ts';
import { educationDetails, housingDetails, workDetails } from '#domain/people/background.ts';
import { contactDetails } from '#domain/people/contact.ts';
import { identityDocumentDetails } from '#domain/people/identity-document.ts';
import { legalStatusDetails } from '#domain/people/legal-status.ts';
import { receptionStayDetails } from '#domain/people/reception-stay.ts';
import { riskDetails } from '#domain/people/risk.ts';
import { skillDetails } from '#domain/people/skill.ts';
import { desk, procedure } from './procedure.ts';

/** One row of a person's record; `revision` goes back with a change, as with the person. */
function recordRow<D extends z.ZodType>(details: D) {
  return z.strictObject({ id: z.uuid(), revision: z.int(), details, changedAt: z.string() });
}

const isNewOrKnown = (row: { id?: string | undefined; revision?: number | undefined }) =>
  (row.id === undefined) === (row.revision === undefined);

/** The three calls every kind of row has. A `save` without `id` adds a row. */
export function recordProcedures<D extends z.ZodType>(details: D) {
  return {
    list: procedure({
      input: z.strictObject({ personId: z.uuid() }),
      output: z.strictObject({ items: z.array(recordRow(details)) }),
      role: desk,
      kind: 'query',
    }),
    save: procedure({
      input: z
        .strictObject({
          personId: z.uuid(),
          id: z.uuid().optional(),
          revision: z.int().optional(),
          details,
        })
        .refine(isNewOrKnown, { message: 'goes with the id', path: ['revision'] }),
      output: z.strictObject({ id: z.uuid(), revision: z.int() }),
      role: desk,
      kind: 'mutation',
    }),
    remove: procedure({
      input: z.strictObject({ id: z.uuid() }),
      output: z.strictObject({}),
      role: desk,
      kind: 'mutation',
    }),
  };
}

const contacts = recordProcedures(contactDetails);
const addresses = recordProcedures(addressDetails);
const identityDocuments = recordProcedures(identityDocumentDetails);
const legalStatuses = recordProcedures(legalStatusDetails);
const receptionStays = recordProcedures(receptionStayDetails);
const education = recordProcedures(educationDetails);
const work = recordProcedures(workDetails);
const housing = recordProcedures(housingDetails);
const risks = recordProcedures(riskDetails);
const skills = recordProcedures(skillDetails);

export const personRecordProcedures = {
  'personContacts.list': contacts.list,
  'personContacts.save': contacts.save,
  'personContacts.remove': contacts.remove,
  'personAddresses.list': addresses.list,
  'personAddresses.save': addresses.save,
  'personAddresses.remove': addresses.remove,
  'identityDocuments.list': identityDocuments.list,
  'identityDocuments.save': identityDocuments.save,
  'identityDocuments.remove': identityDocuments.remove,
  'legalStatusPeriods.list': legalStatuses.list,
  'legalStatusPeriods.save': legalStatuses.save,
  'legalStatusPeriods.remove': legalStatuses.remove,
  'receptionStays.list': receptionStays.list,
  'receptionStays.save': receptionStays.save,
  'receptionStays.remove': receptionStays.remove,
  'education.list': education.list,
  'education.save': education.save,
  'education.remove': education.remove,
  'work.list': work.list,
  'work.save': work.save,
  'work.remove': work.remove,
  'housing.list': housing.list,
  'housing.save': housing.save,
  'housing.remove': housing.remove,
  'risks.list': risks.list,
  'risks.save': risks.save,
  'risks.remove': risks.remove,
  'skills.list': skills.list,
  'skills.save': skills.save,
  'skills.remove': skills.remove,
};
