/*
 * What keeps the desk's own work right: nobody's words overwritten unseen, nothing agreed changed afterwards, no
 * consent that does not hold, nobody's face shown to who must not see it. docs/proofs.md does not list them one by
 * one; the tests named here do.
 */
import { one, type Protection } from './protection.ts';

const RECORDS = 'tests/core/person-records.test.ts';
const PHOTOS = 'tests/core/attachments/photos.test.ts';
const CONSENTS = 'tests/core/consents.test.ts';
const IMPORTS = 'tests/core/imports.test.ts';
const ROWS = 'src/core/people/record-rows.ts';
const SHOWS = 'src/core/attachments/photos.ts';
const GIVES = 'src/core/consents/consents.ts';
const LETTERS = 'src/core/consents/letters-to.ts';

const records: Protection[] = [
  one(
    'a row changed meanwhile is not overwritten',
    [ROWS, "    .where('revision', '=', revision)\n", ''],
    RECORDS,
    'changed once',
  ),
  one(
    'a row stays its person’s',
    [
      ROWS,
      "    .where('id', '=', id)\n    .where('person_id', '=', personId)\n    .where('revision'",
      "    .where('id', '=', id)\n    .where('revision'",
    ],
    RECORDS,
    'one person only',
  ),
  one(
    'whom to call is kept where it was said',
    ['src/core/people/ties.ts', '    isEmergency: stored.isEmergency,\n', ''],
    'tests/core/ties.test.ts',
    'whom to call',
  ),
  one(
    'names decide who stays below the line of Today',
    [
      'src/core/today/get-today.ts',
      'return nearest.filter(({ daysLeft }) => Math.abs(daysLeft) <= Math.abs(last.daysLeft));',
      'return nearest.slice(0, MOST_OF_A_SECTION);',
    ],
    'tests/core/today.test.ts',
    'first hundred',
  ),
  one(
    'what settles a term is read whatever its day',
    ['src/core/deadlines/situations.ts', '  ...(endedBy?.facts ?? []),\n', ''],
    'tests/core/today.test.ts',
    'whatever day',
  ),
  one(
    'a tie to somebody hidden is not told in the diary',
    [
      'src/core/diary/sources/ties.ts',
      '\n    AND (t.other_person_id IS NULL OR other.person_id IS NOT NULL)',
      '',
    ],
    'tests/core/diary.test.ts',
    'a tie to somebody',
  ),
  one(
    'what was left of a date is not filled up',
    [
      'src/core/person-copies/sections/who.ts',
      `coalesce('-' || substr('0' || \${part('day')}, -2), '')`,
      `coalesce('-' || printf('%02d', \${part('day')}), '')`,
    ],
    'tests/core/person-copies.test.ts',
    'each form',
  ),
  one(
    'no snooze outlasts its term',
    ['src/domain/deadlines/snooze.ts', '(due > today && due < asked ? due : asked)', 'asked'],
    'tests/core/deadline-marks.test.ts',
    'put off',
  ),
];

const photos: Protection[] = [
  one(
    'a photo is shown to nobody whose access shows none',
    [SHOWS, 'if (isPhoto(row) && !(await seesPhotos(context)))', 'if (false)'],
    PHOTOS,
    'given out',
  ),
  one(
    'nor is the face beside the name',
    [
      'src/core/attachments/handlers.ts',
      'if (!(await seesPhotos(context))) return { id: null };',
      '',
    ],
    PHOTOS,
    'given out',
  ),
  one(
    'a list tells of a photo only that it is there',
    [
      'src/core/attachments/attachment-rows.ts',
      'isPhoto(row) && !hasPhotos ? hiddenPhoto : wordsOf(context, row, caseKey)',
      'wordsOf(context, row, caseKey)',
    ],
    PHOTOS,
    'given out',
  ),
  one(
    'nobody calls a photo something else to see it',
    [
      'src/core/attachments/handlers.ts',
      'const row = await visibleRow(context, id);\n  await checkLink',
      "const row = await registerOf(context).db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirstOrThrow();\n  await checkLink",
    ],
    PHOTOS,
    'given out',
  ),
  one(
    'the small picture of it neither',
    [
      'src/core/attachments/handlers.ts',
      'async function thumbnailOf(context: CoreContext, { id }: { id: string }) {\n  await visibleRow(context, id);',
      'async function thumbnailOf(context: CoreContext, { id }: { id: string }) {',
    ],
    PHOTOS,
    'given out',
  ),
];

const agreements: Protection[] = [
  one(
    'a child does not give consent alone',
    [GIVES, 'if (isChild && !actsForChild(details.givenBy))', 'if (false)'],
    CONSENTS,
    'does not give consent',
  ),
  one(
    'what a guardian agreed to ends at eighteen',
    ['src/domain/consents/consent.ts', "if (hasComeOfAge && !endedBefore) return 'cameOfAge';", ''],
    CONSENTS,
    'signs anew',
  ),
  one(
    'what is withheld from an office stops its letters',
    [LETTERS, 'if (withheld.length > 0) {', 'if (false) {'],
    CONSENTS,
    'withheld from an office',
  ),
  one(
    'a withdrawal says which letters it stops',
    [LETTERS, '  if (answer.allowed) return [];', '  return [];'],
    CONSENTS,
    'at once',
  ),
  one(
    'a signed plan keeps its words',
    [
      'src/core/plans/plans.ts',
      "  if (plan.state === 'signed') throw new ProcedureError('plan_already_signed');\n  if (plan.revision",
      '  if (plan.revision',
    ],
    'tests/core/casework.test.ts',
    'signed',
  ),
];

const people: Protection[] = [
  one(
    'two people who are not the same are not proposed again',
    [
      'src/core/duplicates/list-duplicates.ts',
      'return new Set(rows.map((row) => pairKey(row.person_a, row.person_b)));',
      'return new Set(rows.slice(0, 0).map((row) => pairKey(row.person_a, row.person_b)));',
    ],
    'tests/core/duplicates.test.ts',
    'two people',
  ),
  one(
    'an import writes everybody or nobody',
    [
      'src/core/imports/save-import.ts',
      "if (!details && !leaveOutProblems) throw new ProcedureError('import_has_problems');",
      '',
    ],
    IMPORTS,
    'writes nobody',
  ),
  one(
    'a file that was taken in before is known',
    ['src/core/imports/handlers.ts', ".where('file_hash', '=', fileHash)", ".where('id', '=', '')"],
    IMPORTS,
    'the same file',
  ),
];

export const deskProtections: Protection[] = [...records, ...photos, ...agreements, ...people];
