import type { HeldSession } from '#api/services.ts';
import { type SessionDetails, sessionDetails } from '#domain/services/session.ts';

export interface SessionDraft extends Omit<SessionDetails, 'type' | 'heldOn' | 'minutes'> {
  type: string | undefined;
  heldOn: string | undefined;
  minutes: string;
  participants: HeldSession['participants'];
  guests: HeldSession['guests'];
}

export function newSessionDraft(today: string): SessionDraft {
  return { type: undefined, title: '', heldOn: today, minutes: '60', participants: [], guests: [] };
}

export function draftOfSession({ details, participants, guests }: HeldSession): SessionDraft {
  const { minutes } = details;
  return {
    ...details,
    minutes: minutes === undefined ? '' : String(minutes),
    participants,
    guests,
  };
}

/** Undefined while type, title or day are missing or something cannot be read. */
export function readSessionDraft(draft: SessionDraft): SessionDetails | undefined {
  const { participants: _, guests: __, minutes, ...rest } = draft;
  const typed = minutes.trim();
  const read = sessionDetails.safeParse({
    ...rest,
    ...(typed === '' ? {} : { minutes: Number(typed) }),
  });
  return read.success ? read.data : undefined;
}
