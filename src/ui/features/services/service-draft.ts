import type { Service } from '#api/services.ts';
import type { ServiceDetails } from '#domain/services/service.ts';

/** A service as it is being written: minutes as typed, and no type before one is chosen. */
export interface ServiceDraft extends Omit<ServiceDetails, 'type' | 'doneOn' | 'minutes'> {
  type: string | undefined;
  doneOn: string | undefined;
  minutes: string;
}

export function newServiceDraft(today: string, workerId: string): ServiceDraft {
  return {
    type: undefined,
    doneOn: today,
    minutes: '',
    channel: 'inPerson',
    attendance: 'attended',
    workerId,
  };
}

export function draftOfService({ details }: Service): ServiceDraft {
  return { ...details, minutes: details.minutes === undefined ? '' : String(details.minutes) };
}

/** Undefined while something needed is missing or cannot be read. */
export function readServiceDraft(draft: ServiceDraft): ServiceDetails | undefined {
  const { type, doneOn, minutes, ...rest } = draft;
  if (type === undefined || doneOn === undefined || !areMinutes(minutes)) return undefined;
  const typed = minutes.trim();
  return { ...rest, type, doneOn, ...(typed === '' ? {} : { minutes: Number(typed) }) };
}

export function areMinutes(typed: string): boolean {
  const text = typed.trim();
  return text === '' || (/^\d{1,4}$/.test(text) && Number(text) <= 1440);
}
