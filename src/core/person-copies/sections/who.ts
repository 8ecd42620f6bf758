/*
 * Who the person is. Of people beside them the copy tells the relation and never the name or how to reach
 * them (Art. 15(4) GDPR): a telephone of somebody else, a guardian, who lives with them.
 */
import { sql } from 'kysely';
import type { CopiedSection } from '../copied-section.ts';

/** A partly known date as far as it goes; a span of years with a dash. */
const partialDate = (which: 'birth' | 'entry' | 'first_entry') => {
  const part = (name: string) => sql.ref(`${which}_${name}`);
  return sql`CASE WHEN ${part('year')} IS NULL THEN NULL
    ELSE ${part('year')} || coalesce('–' || ${part('last_year')}, '')
      || coalesce('-' || substr('0' || ${part('month')}, -2), '')
      || coalesce('-' || substr('0' || ${part('day')}, -2), '') END`;
};

export const whoSections: readonly CopiedSection[] = [
  {
    name: 'names',
    tables: ['person_name'],
    rows: (id) => sql`
      SELECT kind AS "nameKind", given, family, transliteration, source AS "nameSource",
        from_on AS "from", to_on AS "to" FROM person_name
      WHERE person_id = ${id} AND kind NOT IN ('mother', 'father') ORDER BY position`,
    fields: {
      nameKind: { label: 'nameKinds' },
      given: 'plain',
      family: 'plain',
      transliteration: 'plain',
      nameSource: { label: 'nameSources' },
      from: 'date',
      to: 'date',
    },
  },
  {
    name: 'person',
    tables: ['person', 'person_nationality'],
    rows: (id) => sql`
      SELECT sex, gender, pronoun,
        ${partialDate('birth')} AS birth, ${partialDate('entry')} AS "enteredItaly",
        birth_certainty AS "birthCertainty", birth_country AS "birthCountry", birth_place AS "birthPlace",
        (SELECT json_group_array(country) FROM person_nationality WHERE person_id = person.id) AS nationalities,
        literacy, civil_status AS "civilStatus", fiscal_code AS "fiscalCode",
        legal_status AS "legalStatus", reception_type AS "receptionType",
        arrival_way AS "arrivalWay", came_through AS door, sent_by AS "sentBy", request,
        interpreter_wish AS "interpreterWish", origin_country AS "originCountry",
        ${partialDate('first_entry')} AS "firstEntry", first_entry_country AS "firstEntryCountry",
        first_entry_place AS "firstEntryPlace", route, urgency, dependants, note
      FROM person WHERE id = ${id}`,
    fields: {
      sex: { label: 'sexes' },
      gender: 'plain',
      pronoun: 'plain',
      birth: 'date',
      birthCertainty: { label: 'dateCertainties' },
      birthCountry: 'country',
      birthPlace: 'plain',
      enteredItaly: 'date',
      nationalities: { labels: 'countries' },
      literacy: { label: 'literacies' },
      civilStatus: { label: 'civilStatuses' },
      fiscalCode: 'plain',
      legalStatus: { label: 'legalStatuses' },
      receptionType: { label: 'receptionTypes' },
      arrivalWay: { label: 'arrivalWays' },
      door: { label: 'doors' },
      sentBy: 'words',
      request: 'words',
      interpreterWish: { label: 'interpreterWishes' },
      originCountry: 'country',
      firstEntry: 'date',
      firstEntryCountry: 'country',
      firstEntryPlace: 'plain',
      route: 'words',
      urgency: { label: 'urgencies' },
      dependants: 'plain',
      note: 'words',
    },
  },
  {
    name: 'languages',
    tables: ['person_language'],
    rows: (id) => sql`
      SELECT language, level AS "languageLevel", needs_interpreter AS "needsInterpreter",
        reads, writes, for_papers AS "forPapers", cefr AS "cefrLevel", cefr_source AS "cefrSource"
      FROM person_language WHERE person_id = ${id} ORDER BY position`,
    fields: {
      language: 'language',
      languageLevel: { label: 'languageLevels' },
      needsInterpreter: 'yesNo',
      reads: 'yesNo',
      writes: 'yesNo',
      forPapers: 'yesNo',
      cefrLevel: { label: 'cefrLevels' },
      cefrSource: { label: 'cefrSources' },
    },
  },
  {
    name: 'contacts',
    tables: ['person_contact'],
    rows: (id) => sql`
      SELECT kind AS "contactKind", iif(owner = 'self', value, NULL) AS value, owner,
        safe, no_messages AS "noMessages", is_preferred AS "triedFirst",
        is_emergency AS "inEmergency", hours
      FROM person_contact WHERE person_id = ${id} ORDER BY is_preferred DESC, id`,
    fields: {
      contactKind: { label: 'contactKinds' },
      value: 'plain',
      owner: { label: 'contactOwners' },
      safe: 'yesNo',
      noMessages: 'yesNo',
      triedFirst: 'yesNo',
      inEmergency: 'yesNo',
      hours: 'words',
    },
  },
  {
    name: 'addresses',
    tables: ['person_address'],
    rows: (id) => sql`
      SELECT kind AS "addressKind", address, from_on AS "from", to_on AS "to", safe_for_post AS "safeForPost"
      FROM person_address WHERE person_id = ${id} ORDER BY from_on, id`,
    fields: {
      addressKind: { label: 'addressKinds' },
      address: 'words',
      from: 'date',
      to: 'date',
      safeForPost: 'yesNo',
    },
  },
  {
    name: 'ties',
    tables: ['tie'],
    rows: (id) => sql`
      SELECT kind AS "tieKind", place AS "tiePlace", reunification, decree, court,
        valid_from AS "from", valid_to AS "to", is_emergency AS "inEmergency", note
      FROM tie WHERE person_id = ${id} ORDER BY id`,
    fields: {
      tieKind: { label: 'tieKinds' },
      tiePlace: { label: 'places' },
      reunification: { label: 'reunifications' },
      decree: 'words',
      court: 'words',
      from: 'date',
      to: 'date',
      inEmergency: 'yesNo',
      note: 'words',
    },
  },
];
