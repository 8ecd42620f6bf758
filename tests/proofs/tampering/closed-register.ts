import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { databasePath } from '#core/vault/register-folder.ts';
import { aName, aPerson } from '../../support/factories.ts';
import { keysOf } from '../../support/keys-of.ts';
import { openCore, testPassphrase } from '../../support/open-core.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const amals = 'frase di amal per entrare';

/** A closed register with some people, a note and two users, and how to open it again. */
export async function closedRegister() {
  const test = await openCore();
  const { client, folder } = test;
  await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
  const people: string[] = [];
  for (let count = 0; count < 5; count++) {
    const names = [aName(`Nadifa${count}`, 'Warsame')];
    people.push((await client.people.create(aPerson({ names }))).id);
  }
  const note = { kind: 'medical' as const, notedOn: '2026-11-20', text: 'Soffre di asma.' };
  await client.notes.save({ personId: people[0] ?? '', note });
  const unlock = () => client.vault.unlock({ folder, name: 'giulia', passphrase: testPassphrase });
  const close = () => client.vault.lock({});
  await close();
  // The first unlock with a name changes the slot; from here on nothing is put in order any more.
  await unlock();
  await close();
  const keys = await keysOf(folder, { name: 'giulia', passphrase: testPassphrase });
  return {
    ...test,
    path: databasePath(folder),
    key: keys?.general ?? Buffer.alloc(0),
    people,
    unlock,
    close,
    /** What opens, and how it says it was found; or the code it was refused with. */
    async tryToUnlock() {
      const { core } = test;
      const answer = await core.dispatch('vault.unlock', {
        folder,
        name: 'giulia',
        passphrase: testPassphrase,
      });
      if (!answer.ok) {
        test.wait(1000);
        return answer.error.code;
      }
      const { isRolledBack, isDamaged } = answer.data as Record<string, boolean>;
      const list = await core.dispatch('people.list', { showClosed: true });
      const total = list.ok ? (list.data as { total: number }).total : list.error.code;
      await close();
      return { isRolledBack, isDamaged, people: total };
    },
  };
}

export type ClosedRegister = Awaited<ReturnType<typeof closedRegister>>;

/** Everything in the folder as it is now, to be put back in part or whole. */
export async function copyOf(folder: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'copy');
  await cp(folder, copy, { recursive: true });
  return copy;
}
