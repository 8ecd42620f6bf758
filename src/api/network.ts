import { z } from 'zod';
import { agreementDetails } from '#domain/network/agreement.ts';
import { benchmarkDetails } from '#domain/network/benchmark.ts';
import { meetingDetails } from '#domain/network/community-meeting.ts';
import { pilotDetails } from '#domain/network/pilot.ts';
import { undertakingDetails, undertakingKinds } from '#domain/network/undertaking.ts';
import { interfaceLanguages } from '#domain/vocabularies/interface-language.ts';
import { grant } from './grant.ts';
import { coordinators, desk, procedure } from './procedure.ts';

const one = z.strictObject({ id: z.uuid() });
const done = z.strictObject({});
/** Of one programme, or of all. */
const ofProgramme = z.strictObject({ programmeId: z.uuid().optional() });
export const sheetFormats = ['xlsx', 'csv'] as const;

const file = { language: z.enum(interfaceLanguages), format: z.enum(sheetFormats), grant };
const written = z.strictObject({ byteCount: z.int(), rows: z.int() });

const read = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  procedure({ input, output, role: desk, kind: 'query' });
const write = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  procedure({ input, output, role: desk, kind: 'mutation' });
const leave = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) =>
  procedure({ input, output, role: coordinators, kind: 'mutation' });
const saving = <D extends z.ZodType>(details: D) =>
  z.strictObject({ id: z.uuid().optional(), details });

const agreement = z.strictObject({
  id: z.uuid(),
  organisationName: z.string(),
  programmeName: z.string().optional(),
  details: agreementDetails,
  /** Referrals to that body since it was signed. */
  referralsSince: z.int(),
});
export type Agreement = z.infer<typeof agreement>;

const meeting = z.strictObject({ id: z.uuid(), details: meetingDetails });
export type CommunityMeeting = z.infer<typeof meeting>;

const benchmark = z.strictObject({
  id: z.uuid(),
  organisationName: z.string(),
  details: benchmarkDetails,
});
export type Benchmark = z.infer<typeof benchmark>;

const pilot = z.strictObject({
  id: z.uuid(),
  programmeName: z.string(),
  organisationName: z.string().optional(),
  details: pilotDetails,
  /** Planned, committed and paid from the ledger of the programme. */
  spentCents: z.int(),
  paidCents: z.int(),
  /** Present when more is planned, committed and paid than the grant holds. */
  overGrantCents: z.int().optional(),
});
export type Pilot = z.infer<typeof pilot>;

const undertaking = z.strictObject({
  id: z.uuid(),
  /** The city, the pilot, or the community it is about. */
  organisationName: z.string().optional(),
  pilotName: z.string().optional(),
  community: z.string().optional(),
  details: undertakingDetails,
});
export type Undertaking = z.infer<typeof undertaking>;

export const networkProcedures = {
  'agreements.list': read(
    ofProgramme.extend({ organisationId: z.uuid().optional() }),
    z.strictObject({ items: z.array(agreement) }),
  ),
  'agreements.save': write(saving(agreementDetails), one),
  'agreements.remove': write(one, done),
  'agreements.restore': write(one, done),
  'communityMeetings.list': read(ofProgramme, z.strictObject({ items: z.array(meeting) })),
  'communityMeetings.save': write(saving(meetingDetails), one),
  'communityMeetings.remove': write(one, done),
  'communityMeetings.restore': write(one, done),
  /** Attendees and needs in numbers, small numbers of people hidden; nobody's name, words or address. */
  'communityMeetings.export': leave(ofProgramme.extend(file), written),
  'benchmarks.list': read(ofProgramme, z.strictObject({ items: z.array(benchmark) })),
  'benchmarks.save': write(saving(benchmarkDetails), one),
  'benchmarks.remove': write(one, done),
  'benchmarks.restore': write(one, done),
  'benchmarks.export': leave(ofProgramme.extend(file), written),
  'pilots.list': read(ofProgramme, z.strictObject({ items: z.array(pilot) })),
  'pilots.save': write(saving(pilotDetails), one),
  'pilots.remove': write(one, done),
  'pilots.restore': write(one, done),
  'undertakings.list': read(
    ofProgramme.extend({ kind: z.enum(undertakingKinds).optional() }),
    z.strictObject({ items: z.array(undertaking) }),
  ),
  'undertakings.save': write(saving(undertakingDetails), one),
  'undertakings.remove': write(one, done),
  'undertakings.restore': write(one, done),
  /** One entry of the directory as the national portal of associations asks for it. */
  'portalEntries.save': leave(one.extend(file), written),
};
