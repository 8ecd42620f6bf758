import type { EventKind } from '#domain/deadlines/fact-kind.ts';
import { aPerson } from './factories.ts';
import { openCore } from './open-core.ts';

type More = { term?: number; note?: string; sourceSeen?: boolean };

/** A person, and what is noted and due about them, on 23 November 2026. */
export async function deadlineDesk() {
  const t = await openCore({ today: '2026-11-23' });
  const { id: personId } = await t.client.people.create(aPerson());
  const { client } = t;
  const note = (kind: EventKind, on: string, more: More = {}) =>
    client.procedureEvents.save({ personId, details: { kind, on, sourceSeen: true, ...more } });
  const all = async () => (await client.deadlines.list({ personId })).items;
  const theOne = async (rule: string) => {
    const found = (await all()).find((one) => one.rule === rule);
    if (!found) throw new Error(`no deadline ${rule}`);
    return found;
  };
  return { ...t, personId, note, all, theOne };
}
