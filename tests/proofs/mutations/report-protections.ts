/* What keeps a report from pointing at somebody: each attack of the list must succeed where its protection is off. */
import { one, type Protection } from './protection.ts';

const ATTACKS = 'tests/core/report-attacks.test.ts';
const RELEASE = 'src/disclosure/release.ts';
const SYSTEM = 'src/disclosure/linked-system.ts';
const FIGURES = 'src/disclosure/derived-figures.ts';
const SUMMED = 'src/core/reports/consolidate-reports.ts';
const CONSOLIDATION = 'tests/core/consolidation.test.ts';
const RELEASES = 'tests/core/releases.test.ts';
const PLANS = 'tests/core/report-plans.test.ts';
const NETWORK = 'tests/core/network.test.ts';

const alone: [string, string, string] = [
  RELEASE,
  'const connected = findConnected(release, sent);',
  'const connected: SentRelease[] = [];',
];

export const reportProtections: Protection[] = [
  one('attack 1: what came in between', alone, ATTACKS, '1: two cumulative'),
  one(
    'attack 2: a total minus the rest',
    [
      'src/disclosure/primary-rule.ts',
      'return count > 0 && count < thresholdOf(problem, id);',
      'return false;',
    ],
    ATTACKS,
    '2: a small number',
  ),
  one('attack 3: other age bands', alone, ATTACKS, '3: two sets of age bands'),
  one('attack 4: another bucket of others', alone, ATTACKS, '4: another'),
  one(
    'attack 5: a percentage of what is hidden',
    [FIGURES, 'if (count === null || base === null || base === 0) return null;', ''],
    ATTACKS,
    '5: a percentage',
  ),
  one(
    'attack 6: a mean of few',
    [FIGURES, 'return count === null || count < threshold ? null :', 'return'],
    ATTACKS,
    '6: a mean',
  ),
  one(
    'attacks 7 and 9: nothing but printed numbers goes into a file',
    [
      'src/core/reports/protected-summary.ts',
      'tables: shownTables(rows, setup, result.published),',
      'tables: shownTables(rows, setup, release.cells),',
    ],
    'tests/core/reports.test.ts',
    'leave no trace',
  ),
  one(
    'attack 8: rows stand in the order of their words',
    [
      'src/core/reports/summary-sheet.ts',
      'rank(a.code) - rank(b.code) || collator.compare(label(a.code), label(b.code)),',
      'rank(a.code) - rank(b.code) || (b.cells.at(-1) ?? 0) - (a.cells.at(-1) ?? 0),',
    ],
    ATTACKS,
    '8: the order',
  ),
  one(
    'attack 9: no time in a spreadsheet',
    [
      'src/core/spreadsheets/without-times.ts',
      "return zipSync(unzipSync(zipped), { mtime: '1980-01-01T00:00:00' });",
      'return zipped;',
    ],
    ATTACKS,
    '9: no part',
  ),
  one(
    'attack 10: nothing is told of a whole group',
    [
      RELEASE,
      "if (groups.length > 0) refusals.push({ code: 'group_attribute', cells: groups.sort() });",
      '',
    ],
    ATTACKS,
    '10: a table',
  ),
  one(
    'attack 11: who gave two answers',
    [
      'src/disclosure/virtual-cells.ts',
      'return withDerived(linked, derived, [answered, { total: given, parts: [people, more] }]);',
      'return linked;',
    ],
    ATTACKS,
    '11: 19 answers',
  ),
  one(
    'attack 12: zeros are known to be printed',
    [SYSTEM, 'const lowerBound = problem.attacker_lower_bound ?? 1;', 'const lowerBound = 0;'],
    ATTACKS,
    '12: two ones',
  ),
  one(
    'attack 13: who is in a cell of one or two',
    [RELEASE, 'insiders: true,', 'insiders: false,'],
    ATTACKS,
    '13: somebody',
  ),
  {
    // Three locks on one door: what is chosen, what is taken for safe, and what may leave.
    name: 'attack 14: all lines are solved together, and not each by itself',
    changes: [
      {
        file: 'src/disclosure/exact-suppression.ts',
        from: 'const { cuts, undecided } = separateNudged(search, hidden);',
        to: 'if (search) return [];\n  const { cuts, undecided } = separateNudged(search, hidden);',
      },
      {
        file: 'src/disclosure/protection-check.ts',
        from: 'if (findWitness(cell)) return true;',
        to: 'if (cell >= 0) return true;',
      },
      {
        file: 'src/disclosure/protect.ts',
        from: "return refuse([{ code: 'audit_failed', cells: [...exposed, ...told] }]);",
        to: '',
      },
    ],
    noticedBy: { file: ATTACKS, named: '14: two hidden' },
  },
  one(
    'attack 15: tables of one report are one system',
    [RELEASE, 'relations: [...release.relations],', 'relations: [],'],
    ATTACKS,
    '15: tables',
  ),
  one('attack 16: recipients who lay reports side by side', alone, ATTACKS, '16: nor do they'),
  one('attack 17: a report that is corrected', alone, ATTACKS, '17: a report'),
  one(
    'attack 18: words that point at somebody',
    [
      'src/domain/reports/singling-words.ts',
      'if (!isNumber && phrase === undefined) continue;',
      'if (!isNumber) continue;',
    ],
    ATTACKS,
    '18: words',
  ),
  one(
    'attack 19: totals that somebody else publishes',
    [RELEASE, 'keep: release.keep ?? [],', 'keep: [],'],
    ATTACKS,
    '19: a total',
  ),
  one(
    'attack 20: people are whole',
    [
      'src/disclosure/protection-check.ts',
      'if (table === undefined || (table[cell] ?? 0) < need) return false;',
      'if (table === undefined) return true;',
    ],
    ATTACKS,
    '20: a number',
  ),
  one(
    'numbers of a programme are protected with what was sent of it',
    alone,
    'tests/core/programme-results.test.ts',
    'is protected with',
  ),
  one(
    'ten people for a legal status',
    [
      'src/core/reports/report-tables.ts',
      'cellThresholds: Object.fromEntries(sensitive.map((id) => [id, smallestSensitiveCount])),',
      'cellThresholds: {},',
    ],
    PLANS,
    'asks ten people',
  ),
  one(
    'a report too close to the last is refused',
    [RELEASE, 'if (tooClose.length > 0) {', 'if (false) {'],
    RELEASES,
    'people in between',
  ),
  one(
    'a report that was sent stays as it is',
    [
      'src/core/database/migrations/0016-releases.ts',
      "BEFORE UPDATE ON release\nBEGIN SELECT RAISE(ABORT, 'a release is never changed'); END;",
      'BEFORE UPDATE ON release\nBEGIN SELECT 1; END;',
    ],
    RELEASES,
    'cannot be changed',
  ),
  one(
    'a seal breaks with any byte',
    [
      'src/core/reports/sealed-files.ts',
      'return isExact && sha256(body, found.seal) === found.check ? found.seal : undefined;',
      'return found.seal;',
    ],
    RELEASES,
    'has one seal',
  ),
  one(
    'a sum hides what one partner hides',
    [SUMMED, 'if (hiding > 0) hiddenBy', 'if (hiding === reports.length) hiddenBy'],
    CONSOLIDATION,
    'tells nothing of one association',
  ),
  one(
    'a partner’s file is as it was sent',
    [SUMMED, "if (sealOf(content) !== seal) throw new ConsolidationError('changed', file);", ''],
    CONSOLIDATION,
    'is refused for files',
  ),
  one(
    'groups of nationalities stand still',
    [
      'src/core/reports/nationality-maps.ts',
      "if (before?.frozenOn) throw new ProcedureError('map_in_use');",
      '',
    ],
    PLANS,
    'stands still',
  ),
  one(
    'areas stand still',
    [
      'src/core/reports/area-map.ts',
      "if ((await found(db))?.frozen_on) throw new ProcedureError('map_in_use');",
      '',
    ],
    'tests/core/report-areas.test.ts',
    'stand still',
  ),
  one(
    'areas of several associations are not added up',
    [SUMMED, 'tellsAreas(reports[file] ?? first) ||', ''],
    CONSOLIDATION,
    'is refused for files',
  ),
  one(
    'nobody is on a list of names without their consent',
    ['src/core/reports/identified-sheet.ts', 'if (!answer.allowed) return answer.reason;', ''],
    'tests/core/identified-sheets.test.ts',
  ),
  one(
    'a handful of people at a meeting is not told',
    [
      'src/core/network/protected-attendees.ts',
      'await protect({ threshold: smallestShownCount, cells, relations });',
      'await protect({ threshold: 1, cells, relations });',
    ],
    NETWORK,
    'a handful',
  ),
  one(
    'the sum of meetings does not give a hidden one away',
    ['src/core/network/export-meetings.ts', 'if (number === null) return null;', ''],
    NETWORK,
    'a handful',
  ),
  one(
    'the money of a pilot stands in its own programme',
    [
      'src/core/ledgers/entries.ts',
      ".where('programme_id', '=', holder.programmeId)\n    .executeTakeFirst();\n  if (!pilot",
      '.executeTakeFirst();\n  if (!pilot',
    ],
    NETWORK,
    'has milestones',
  ),
];
