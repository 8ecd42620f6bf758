/* What keeps a name of a case file out of what everybody sees, and small numbers of participants out of reports. */
import { one, type Protection } from './protection.ts';

const ACTIVITIES = 'tests/core/activities.test.ts';
const CONSENT = 'src/core/activities/public-consent.ts';

export const activityProtections: Protection[] = [
  one(
    'no spokesperson without a consent for image and voice',
    [
      'src/core/activities/spokespeople.ts',
      'if (isSpokesperson && !(await maySpeak(context, db, row))) {',
      'if (false) {',
    ],
    ACTIVITIES,
    'without a consent for image and voice',
  ),
  one(
    'a consent for letters is none for pictures',
    [
      'src/domain/activities/image-consent.ts',
      '(one) => purposes.includes(one.purpose) && consentStateOn',
      '(one) => purposes.length > 0 && consentStateOn',
    ],
    ACTIVITIES,
    'without a consent for image and voice',
  ),
  one(
    'nothing new names a spokesperson who took the consent back',
    [
      'src/core/activities/spokespeople.ts',
      "if (!(await maySpeak(context, db, row))) throw new ProcedureError('image_consent_missing');",
      '',
    ],
    ACTIVITIES,
    'without a consent for image and voice',
  ),
  one(
    'no name of a case file in a campaign',
    [CONSENT, 'if (!isPublicKind(context, activity.kind)) return;', 'return;'],
    ACTIVITIES,
    'takes no name',
  ),
  one(
    'a meeting does not become a campaign with the names in it',
    ['src/core/activities/activities.ts', '    await checkNames(context, tx, id);\n', ''],
    ACTIVITIES,
    'meeting that becomes one',
  ),
  one(
    'participants on a restricted case are not read',
    ['src/core/vault/restricted-cases.ts', "  activity_participant: 'person_id',\n", ''],
    ACTIVITIES,
    'is seen in no list',
  ),
  one(
    'what a hidden spokesperson said is not listed',
    [
      'src/core/activities/get-activity.ts',
      'if (row.participant_id !== null && !speaker) return [];',
      '',
    ],
    ACTIVITIES,
    'is seen in no list',
  ),
  one(
    'reports on activities are protected with those sent before',
    [
      'src/core/reports/make-report.ts',
      'const sent = await sentReleases(db, population);',
      'const sent: Awaited<ReturnType<typeof sentReleases>> = [];',
    ],
    ACTIVITIES,
    'one person more',
  ),
];
