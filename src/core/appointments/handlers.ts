import type { appointmentProcedures } from '#api/appointments.ts';
import type { VaultContract } from '#api/contract.ts';
import type { Handlers } from '#api/server.ts';
import { type AppointmentDetails, overlap } from '#domain/appointments/appointment.ts';
import { type CoreContext, registerOf } from '../context.ts';
import { getAppointment, listAppointments } from './queries.ts';
import {
  moveAppointment,
  recordAppointment,
  removeAppointment,
  restoreAppointment,
} from './record-appointment.ts';
import { saveAppointment } from './save-appointment.ts';

type AppointmentHandlers = Handlers<
  Pick<VaultContract, keyof typeof appointmentProcedures>,
  CoreContext
>;

const MOST_CONFLICTS = 5;

async function findConflicts(
  context: CoreContext,
  { exceptId, details }: { exceptId?: string | undefined; details: AppointmentDetails },
) {
  const { on, workerId, personIds } = details;
  const { items } = await listAppointments(registerOf(context).db, { from: on, to: on });
  const conflicts = items.filter(
    (other) =>
      other.id !== exceptId &&
      (other.state === 'planned' || other.state === 'kept') &&
      overlap(details, other.details) &&
      ((workerId !== undefined && other.details.workerId === workerId) ||
        other.details.personIds.some((id) => personIds.includes(id))),
  );
  return { items: conflicts.slice(0, MOST_CONFLICTS) };
}

export const appointmentHandlers: AppointmentHandlers = {
  'appointments.list': (context, wanted) => listAppointments(registerOf(context).db, wanted),
  'appointments.get': (context, { id }) => getAppointment(registerOf(context).db, id),
  'appointments.save': saveAppointment,
  'appointments.record': recordAppointment,
  'appointments.move': moveAppointment,
  'appointments.remove': removeAppointment,
  'appointments.restore': restoreAppointment,
  'appointments.findConflicts': findConflicts,
};
