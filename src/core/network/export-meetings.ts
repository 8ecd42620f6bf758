/*
 * The meetings of a programme for whoever funds it: how many came, how many needs were raised and which. No name, no
 * place, no day, and none of the words people said: those are theirs, and somebody would be known by them.
 */
import type { ParsedInputOf, VaultContract } from '#api/contract.ts';
import type { CommunityMeeting } from '#api/network.ts';
import { attendeeAges, attendeeSexes, countNeeds } from '#domain/network/community-meeting.ts';
import { smallestShownCount } from '#domain/reports/summary.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { type Texts, textsFor } from '../documents/texts.ts';
import { meetingsOf } from './community-meetings.ts';
import { protectedAttendees, type ShownAttendees } from './protected-attendees.ts';
import { type SheetTable, sheetFile } from './sheet-file.ts';

export const communityName = (community: string, texts: Texts) =>
  /^[A-Z]{3}$/.test(community)
    ? texts.country(community)
    : texts.label('communityRegions', community);

/** Only from what is printed: a sum over something hidden would give it away. */
function sumOf(numbers: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const number of numbers) {
    if (number === null) return null;
    sum += number;
  }
  return sum;
}

interface Counted {
  meeting: CommunityMeeting;
  shown: ShownAttendees;
}

function meetingTable(counted: readonly Counted[], texts: Texts): SheetTable {
  const say = (key: string, values?: Record<string, string | number>) =>
    texts.say(`network.${key}`, values);
  const mark = texts.say('report.hiddenMark');
  const cells = ({ total, sexes, ages }: ShownAttendees) =>
    [total, ...sexes, ...ages].map((number) => number ?? mark);
  const column = (at: number) =>
    sumOf(counted.map(({ shown }) => [shown.total, ...shown.sexes, ...shown.ages][at] ?? null));
  const width = 1 + attendeeSexes.length + attendeeAges.length;
  return {
    title: say('meetings'),
    header: [
      say('community'),
      say('month'),
      say('associations'),
      say('people'),
      ...attendeeSexes.map((sex) => say(`sexes.${sex}`)),
      ...attendeeAges.map((age) => say(`ages.${age}`)),
      say('needs'),
    ],
    rows: [
      ...counted.map(({ meeting: { details }, shown }) => [
        communityName(details.community, texts),
        `${details.heldOn.slice(5, 7)}/${details.heldOn.slice(0, 4)}`,
        details.associationIds.length,
        ...cells(shown),
        details.needs.length,
      ]),
      [
        say('all', { count: counted.length }),
        '',
        new Set(counted.flatMap(({ meeting }) => meeting.details.associationIds)).size,
        ...Array.from({ length: width }, (_, at) => column(at) ?? mark),
        counted.reduce((sum, { meeting }) => sum + meeting.details.needs.length, 0),
      ],
    ],
    note: say('hidden', { mark, below: smallestShownCount - 1 }),
  };
}

function needTable(meetings: readonly CommunityMeeting[], texts: Texts): SheetTable {
  const details = meetings.map((one) => one.details);
  return {
    title: texts.say('network.needs'),
    header: ['need', 'times', 'communities'].map((key) => texts.say(`network.${key}`)),
    rows: countNeeds(details).map(([need, times]) => [
      texts.label('communityNeeds', need),
      times,
      new Set(
        details
          .filter(({ needs }) => needs.some((one) => one.need === need))
          .map(({ community }) => community),
      ).size,
    ]),
  };
}

/** Within a month by name: their order would tell the days. */
function byMonth(meetings: readonly CommunityMeeting[], texts: Texts): CommunityMeeting[] {
  const collator = new Intl.Collator(texts.language);
  const month = ({ details }: CommunityMeeting) => details.heldOn.slice(0, 7);
  const name = ({ details }: CommunityMeeting) => communityName(details.community, texts);
  return meetings.toSorted(
    (a, b) => month(a).localeCompare(month(b)) || collator.compare(name(a), name(b)),
  );
}

export async function exportMeetings(
  context: CoreContext,
  input: ParsedInputOf<VaultContract, 'communityMeetings.export'>,
) {
  const { programmeId, language, format, grant } = input;
  const texts = textsFor(context.ports.localesDir, language, context.resources.vocabularies);
  const meetings = byMonth(await meetingsOf(registerOf(context).db, { programmeId }), texts);
  const counted: Counted[] = [];
  for (const meeting of meetings) {
    counted.push({ meeting, shown: await protectedAttendees(meeting.details.attendees) });
  }
  const tables = [meetingTable(counted, texts), needTable(meetings, texts)];
  const bytes = await sheetFile(tables, format, texts);
  await context.ports.files.write(grant, bytes);
  return { byteCount: bytes.length, rows: meetings.length };
}
