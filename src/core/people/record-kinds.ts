import { ProcedureError } from '#api/errors.ts';
import { addressDetails } from '#domain/people/address.ts';
import { educationDetails, housingDetails, workDetails } from '#domain/people/background.ts';
import { contactDetails } from '#domain/people/contact.ts';
import { documentDay, identityDocumentDetails } from '#domain/people/identity-document.ts';
import { legalStatusDetails } from '#domain/people/legal-status.ts';
import type { Period } from '#domain/people/period.ts';
import { receptionStayDetails } from '#domain/people/reception-stay.ts';
import { riskDetails } from '#domain/people/risk.ts';
import { skillDetails } from '#domain/people/skill.ts';
import type { Db } from '../context.ts';
import { checkCode, checkCountry } from '../resources/check-codes.ts';
import { indexPerson } from './findable-people.ts';
import { refreshLegalStatus, refreshReception } from './present-rows.ts';
import { type RecordKind, type RecordWrite, recordHandlers } from './record-rows.ts';

const today = ({ context }: RecordWrite) => context.ports.clock.today();

/** Open ends first, then the latest. */
const byPeriod = ({ fromOn, toOn }: Period) => `${toOn ?? '9999-99-99'} ${fromOn ?? ''}`;

/** One contact is the one to try first; if nobody chose, the oldest. */
async function keepOnePreferred(tx: Db, write: RecordWrite): Promise<void> {
  const rows = await tx
    .selectFrom('person_contact')
    .select(['id', 'is_preferred'])
    .where('person_id', '=', write.personId)
    .orderBy('id')
    .execute();
  const [oldest] = rows;
  if (oldest && !rows.some((row) => row.is_preferred === 1)) {
    await tx
      .updateTable('person_contact')
      .set({ is_preferred: 1 })
      .where('id', '=', oldest.id)
      .execute();
  }
}

export const contacts: RecordKind<typeof contactDetails> = {
  table: 'person_contact',
  details: contactDetails,
  sortKey: ({ isPreferred }) => (isPreferred ? '1' : '0'),
  beforeWrite: async (tx, { personId, id }, { isPreferred }) => {
    if (!isPreferred) return;
    await tx
      .updateTable('person_contact')
      .set({ is_preferred: 0 })
      .where('person_id', '=', personId)
      .where('id', '<>', id ?? '')
      .execute();
  },
  afterWrite: async (tx, write) => {
    await keepOnePreferred(tx, write);
    await indexPerson(tx, write.personId);
  },
};

const addresses: RecordKind<typeof addressDetails> = {
  table: 'person_address',
  details: addressDetails,
  sortKey: byPeriod,
};

export const identityDocuments: RecordKind<typeof identityDocumentDetails> = {
  table: 'identity_document',
  details: identityDocumentDetails,
  sortKey: (document) => documentDay(document) ?? '9999',
  checkCodes: ({ resources }, { type, title, country }) => {
    checkCode(resources, 'documentTypes', type);
    checkCode(resources, 'residenceTitles', title);
    checkCountry(resources, country, 'country');
  },
  beforeWrite: async (tx, { personId, id }, { replacedBy }) => {
    if (replacedBy === undefined) return;
    const newer = await tx
      .selectFrom('identity_document')
      .select('id')
      .where('id', '=', replacedBy)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (!newer || newer.id === id) throw new ProcedureError('not_found');
  },
  afterWrite: (tx, { personId }) => indexPerson(tx, personId),
};

const legalStatuses: RecordKind<typeof legalStatusDetails> = {
  table: 'legal_status_period',
  details: legalStatusDetails,
  sortKey: ({ fromOn }) => fromOn ?? '',
  checkCodes: ({ resources }, { status }) => checkCode(resources, 'legalStatuses', status),
  afterWrite: (tx, write) => refreshLegalStatus(tx, write.personId, today(write)),
};

const receptionStays: RecordKind<typeof receptionStayDetails> = {
  table: 'reception_stay',
  details: receptionStayDetails,
  sortKey: byPeriod,
  checkCodes: ({ resources }, { type }) => checkCode(resources, 'receptionTypes', type),
  afterWrite: (tx, { personId }) => refreshReception(tx, personId),
};

const education: RecordKind<typeof educationDetails> = {
  table: 'person_education',
  details: educationDetails,
  sortKey: ({ endedYear, level }) => `${endedYear ?? ''} ${level}`,
  checkCodes: ({ resources }, { level, country }) => {
    checkCode(resources, 'educationLevels', level);
    checkCountry(resources, country, 'country');
  },
};

const work: RecordKind<typeof workDetails> = {
  table: 'person_work',
  details: workDetails,
  sortKey: (job) => `${job.isNow ? 1 : 0} ${byPeriod(job)}`,
  checkCodes: ({ resources }, { status, occupationGroup, country }) => {
    checkCode(resources, 'employmentStatuses', status);
    checkCode(resources, 'occupationGroups', occupationGroup);
    checkCountry(resources, country, 'country');
  },
};

const housing: RecordKind<typeof housingDetails> = {
  table: 'person_housing',
  details: housingDetails,
  sortKey: byPeriod,
  checkCodes: ({ resources }, { situation }) =>
    checkCode(resources, 'housingSituations', situation),
};

const risks: RecordKind<typeof riskDetails> = {
  table: 'person_risk',
  details: riskDetails,
  sortKey: ({ assessedOn }) => assessedOn,
};

const skills: RecordKind<typeof skillDetails> = {
  table: 'person_skill',
  details: skillDetails,
  sortKey: ({ years }) => String(years ?? 0).padStart(2, '0'),
};

const contactCalls = recordHandlers(contacts);
const addressCalls = recordHandlers(addresses);
const documentCalls = recordHandlers(identityDocuments);
const statusCalls = recordHandlers(legalStatuses);
const stayCalls = recordHandlers(receptionStays);
const educationCalls = recordHandlers(education);
const workCalls = recordHandlers(work);
const housingCalls = recordHandlers(housing);
const riskCalls = recordHandlers(risks);
const skillCalls = recordHandlers(skills);

export const personRecordHandlers = {
  'personContacts.list': contactCalls.list,
  'personContacts.save': contactCalls.save,
  'personContacts.remove': contactCalls.remove,
  'personAddresses.list': addressCalls.list,
  'personAddresses.save': addressCalls.save,
  'personAddresses.remove': addressCalls.remove,
  'identityDocuments.list': documentCalls.list,
  'identityDocuments.save': documentCalls.save,
  'identityDocuments.remove': documentCalls.remove,
  'legalStatusPeriods.list': statusCalls.list,
  'legalStatusPeriods.save': statusCalls.save,
  'legalStatusPeriods.remove': statusCalls.remove,
  'receptionStays.list': stayCalls.list,
  'receptionStays.save': stayCalls.save,
  'receptionStays.remove': stayCalls.remove,
  'education.list': educationCalls.list,
  'education.save': educationCalls.save,
  'education.remove': educationCalls.remove,
  'work.list': workCalls.list,
  'work.save': workCalls.save,
  'work.remove': workCalls.remove,
  'housing.list': housingCalls.list,
  'housing.save': housingCalls.save,
  'housing.remove': housingCalls.remove,
  'risks.list': riskCalls.list,
  'risks.save': riskCalls.save,
  'risks.remove': riskCalls.remove,
  'skills.list': skillCalls.list,
  'skills.save': skillCalls.save,
  'skills.remove': skillCalls.remove,
};
