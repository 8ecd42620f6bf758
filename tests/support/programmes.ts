import { aName, aPerson } from './factories.ts';
import type { OpenCore } from './open-core.ts';

export const TODAY = '2026-11-21';

export function startProgramme(t: OpenCore, templateCode: string, name = 'Progetto di prova') {
  return t.client.programmes.create({ templateCode, name });
}

export const lettingIn = (programmeId: string, personId: string) => ({
  programmeId,
  personId,
  enrolledOn: TODAY,
});

/** Somebody in a programme, whatever its rules say. */
export async function letIn(t: OpenCore, programmeId: string, name = 'Dentro') {
  const { id: personId } = await t.client.people.create(aPerson({ names: [aName(name, 'Prova')] }));
  const wanted = { ...lettingIn(programmeId, personId), overrideReason: 'Per la prova' };
  const { id: enrolmentId } = await t.client.enrolments.create(wanted);
  return { personId, enrolmentId };
}

/** From here on it is a volunteer who asks. */
export async function asVolunteer(t: OpenCore): Promise<void> {
  const passphrase = 'altra frase per altra persona';
  await t.client.users.add({ name: 'Volontaria', role: 'volunteer', passphrase });
  await t.client.vault.lock({});
  await t.client.vault.unlock({ folder: t.folder, passphrase, name: 'Volontaria' });
}
