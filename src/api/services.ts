import { z } from 'zod';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { serviceDetails } from '#domain/services/service.ts';
import {
  sessionAttendances,
  sessionDetails,
  sessionGuests,
  sessionParticipants,
} from '#domain/services/session.ts';
import { desk, procedure } from './procedure.ts';

const offset = z.int().min(0).max(1_000_000).default(0);
const limit = z.int().min(1).max(200).default(50);

const service = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  /** Sent back with a change, so that two windows cannot overwrite each other unseen. */
  revision: z.int(),
  details: serviceDetails,
  workerName: z.string(),
});
export type Service = z.infer<typeof service>;

const sessionLine = z.strictObject({
  id: z.uuid(),
  details: sessionDetails,
  isRepeated: z.boolean(),
  participants: z.int(),
  present: z.int(),
  /** The activity it is part of. */
  activityTitle: z.string().optional(),
});
export type SessionLine = z.infer<typeof sessionLine>;

const heldSession = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  details: sessionDetails,
  isRepeated: z.boolean(),
  participants: z.array(
    z.strictObject({
      personId: z.uuid(),
      listedName: z.string(),
      attendance: z.enum(sessionAttendances),
    }),
  ),
  activity: z.strictObject({ id: z.uuid(), title: z.string(), hasCounted: z.boolean() }).optional(),
  guests: z.array(
    z.strictObject({
      participantId: z.uuid(),
      name: z.string(),
      attendance: z.enum(sessionAttendances),
    }),
  ),
});
export type HeldSession = z.infer<typeof heldSession>;

const individual = {
  'services.list': procedure({
    input: z.strictObject({ personId: z.uuid(), offset, limit }),
    output: z.strictObject({ items: z.array(service), total: z.int() }),
    role: desk,
    kind: 'query',
  }),
  'services.get': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: service,
    role: desk,
    kind: 'query',
  }),
  /** What is likely to be noted next: types most used of late first, and words used before. */
  'services.suggest': procedure({
    input: z.strictObject({ personId: z.uuid().optional() }),
    output: z.strictObject({
      types: z.array(z.string()),
      places: z.array(z.string()),
      mediators: z.array(z.string()),
    }),
    role: desk,
    kind: 'query',
  }),
  /** Without an id it is a new one. */
  'services.save': procedure({
    input: z.union([
      z.strictObject({ personId: z.uuid(), details: serviceDetails }),
      z.strictObject({ id: z.uuid(), revision: z.int(), details: serviceDetails }),
    ]),
    output: z.strictObject({ id: z.uuid(), revision: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
  /** Gone at once; it can be brought back as long as the register stays open. */
  'services.remove': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  'services.restore': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};

const sessions = {
  /** Newest first. */
  'sessions.list': procedure({
    input: z.strictObject({
      from: calendarDate.optional(),
      to: calendarDate.optional(),
      offset,
      limit,
    }),
    output: z.strictObject({ items: z.array(sessionLine), total: z.int() }),
    role: desk,
    kind: 'query',
  }),
  'sessions.get': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: heldSession,
    role: desk,
    kind: 'query',
  }),
  'sessions.save': procedure({
    input: z.strictObject({
      id: z.uuid().optional(),
      /** Needed with an id. */
      revision: z.int().optional(),
      details: sessionDetails,
      participants: sessionParticipants,
      /** Of a new one: its activity, whose participants are then expected. */
      activityId: z.uuid().optional(),
      guests: sessionGuests.default([]),
    }),
    output: z.strictObject({ id: z.uuid(), revision: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
  /** The same again every n weeks, with the same people expected; how many there are now. */
  'sessions.repeat': procedure({
    input: z.strictObject({
      id: z.uuid(),
      everyWeeks: z.int().min(1).max(12),
      until: calendarDate,
    }),
    output: z.strictObject({ added: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
  'sessions.remove': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  'sessions.restore': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
};

export const serviceProcedures = { ...individual, ...sessions };
