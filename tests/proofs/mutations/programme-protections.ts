/* What protects people in a plan that goes to a lender, in a match, and in a template that came from outside. */
import { one, type Protection } from './protection.ts';

const ENTERPRISES = 'tests/core/enterprises.test.ts';
const MATCHES = 'tests/core/matches.test.ts';

export const programmeProtections: Protection[] = [
  one(
    'a plan with a hole is not printed as final and goes to nobody',
    ['src/core/enterprises/draft-letter.ts', 'if (plan.gaps.length > 0) {', 'if (false) {'],
    ENTERPRISES,
    'without its feasibility study',
  ),
  one(
    'a plan is complete only when its money covers its costs',
    [
      'src/domain/enterprise/business-plan.ts',
      "return one.holds === 'funding' && funding < costs ? gap('notCovered') : [];",
      'return [];',
    ],
    ENTERPRISES,
    'does not cover the costs',
  ),
  one(
    'a plan is printed for the person whose it is',
    [
      'src/core/enterprises/plan-contents.ts',
      "if (holder.personId !== personId) throw new ProcedureError('not_found');",
      '',
    ],
    ENTERPRISES,
    'of somebody else',
  ),
  one(
    'nobody is matched without a valid consent of their own',
    [
      'src/core/matches/matches.ts',
      "if (!row || state !== 'valid') throw new ProcedureError('match_consent_missing');",
      "if (!row) throw new ProcedureError('match_consent_missing');",
    ],
    MATCHES,
    'valid on the day',
  ),
  one(
    'a consent to be matched is the person’s own',
    ['src/core/matches/matches.ts', ".where('person_id', '=', personId)", ''],
    MATCHES,
    'valid on the day',
  ),
  one(
    'a match is printed for the person whose it is',
    [
      'src/core/matches/match-contents.ts',
      "if (match?.personId !== personId) throw new ProcedureError('not_found');",
      "if (!match) throw new ProcedureError('not_found');",
    ],
    MATCHES,
    'says the reasons with their points',
  ),
  one(
    'a template that a programme rests on is not removed',
    [
      'src/core/programmes/own-templates.ts',
      "if ((await templatesInUse(db)).has(id)) throw new ProcedureError('programme_template_in_use');",
      '',
    ],
    'tests/core/programme-template-files.test.ts',
    'is removed while no programme',
  ),
];
