import { z } from 'zod';
import {
  appointmentDetails,
  appointmentStates,
  recordedStates,
  seriesScopes,
} from '#domain/appointments/appointment.ts';
import { recurrence } from '#domain/appointments/recurrence.ts';
import { calendarDate } from '#domain/dates/calendar-date.ts';
import { clockTime } from '#domain/dates/clock-time.ts';
import { desk, procedure } from './procedure.ts';

const appointment = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  details: appointmentDetails,
  state: z.enum(appointmentStates),
  people: z.array(z.strictObject({ id: z.uuid(), listedName: z.string() })),
  workerName: z.string().optional(),
  isRepeated: z.boolean(),
  /** The rhythm of its series. */
  repeat: recurrence.optional(),
  movedTo: calendarDate.optional(),
});
export type Appointment = z.infer<typeof appointment>;

const scope = z.enum(seriesScopes).default('one');

export const appointmentProcedures = {
  /** All of some days, by day and hour; with a user, only those with that user. */
  'appointments.list': procedure({
    input: z.strictObject({
      from: calendarDate,
      to: calendarDate,
      workerId: z.uuid().optional(),
      personId: z.uuid().optional(),
    }),
    output: z.strictObject({ items: z.array(appointment), isCut: z.boolean() }),
    role: desk,
    kind: 'query',
  }),
  'appointments.get': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: appointment,
    role: desk,
    kind: 'query',
  }),
  /**
   * Without an id a new one, or a whole series with `repeat`. With an id: this one, or this and the planned
   * ones after it in its series, moved by as many days as this one. With an id and `repeat` this one begins
   * the new rhythm: the planned ones after it move, go or come so that they fit; null ends the series here.
   */
  'appointments.save': procedure({
    input: z.strictObject({
      id: z.uuid().optional(),
      /** Needed with an id. */
      revision: z.int().optional(),
      details: appointmentDetails,
      repeat: recurrence.nullable().optional(),
      scope,
    }),
    output: z.strictObject({ id: z.uuid(), saved: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
  /** How it went. `kept` notes a service for everybody it was with; `planned` takes that back. */
  'appointments.record': procedure({
    input: z.strictObject({ id: z.uuid(), state: z.enum(recordedStates) }),
    output: z.strictObject({ serviceIds: z.array(z.uuid()) }),
    role: desk,
    kind: 'mutation',
  }),
  /** To another day: the old one stays as moved, so that nobody wonders later. */
  'appointments.move': procedure({
    input: z.strictObject({ id: z.uuid(), on: calendarDate, start: clockTime.optional() }),
    output: z.strictObject({ id: z.uuid() }),
    role: desk,
    kind: 'mutation',
  }),
  /** Gone at once; it can be brought back as long as the register stays open. */
  'appointments.remove': procedure({
    input: z.strictObject({ id: z.uuid(), scope }),
    output: z.strictObject({ removed: z.int() }),
    role: desk,
    kind: 'mutation',
  }),
  'appointments.restore': procedure({
    input: z.strictObject({ id: z.uuid() }),
    output: z.strictObject({}),
    role: desk,
    kind: 'mutation',
  }),
  /** What the same user or the same people have at that hour. A hint, never a refusal. */
  'appointments.findConflicts': procedure({
    input: z.strictObject({ exceptId: z.uuid().optional(), details: appointmentDetails }),
    output: z.strictObject({ items: z.array(appointment) }),
    role: desk,
    kind: 'query',
  }),
};
