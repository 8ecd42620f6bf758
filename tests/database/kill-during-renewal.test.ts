import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '#core/database/open-database.ts';
import { openWithPassphrase } from '#core/vault/keyring.ts';
import { databasePath } from '#core/vault/register-folder.ts';
import { aName, aPerson } from '../support/factories.ts';
import { currentKeyring } from '../support/keys-of.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';

const renewer = fileURLToPath(new URL('./renew-until-killed.ts', import.meta.url));
const ROUNDS = Number(process.env.APPRODO_KILLS ?? 12);
const amals = 'frase di amal per entrare';
const aNote = { kind: 'medical' as const, notedOn: '2026-11-20', text: 'Non deve andare perso.' };

async function renewAndKill(folder: string, id: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [renewer, folder, 'giulia', testPassphrase, id]);
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
  await once(child, 'close');
}

/** In the middle, and with which key: as the files say, before the program puts them in order. */
async function whereItStopped(folder: string): Promise<'between' | 'oldKey' | 'newKey'> {
  const keyring = await currentKeyring(folder);
  if (!keyring.renewal) return 'between';
  const opened = await openWithPassphrase(keyring, { name: 'amal', passphrase: amals });
  const former = opened?.keys.get(keyring.generation)?.general ?? Buffer.alloc(0);
  try {
    openDatabase(databasePath(folder), former).close();
    return 'oldKey';
  } catch {
    return 'newKey';
  }
}

test(
  'a process killed while the keys are renewed leaves a register that opens unaided',
  async () => {
    const { client, folder, recoveryKey } = await openCore();
    const amal = await client.users.add({ name: 'Amal', role: 'volunteer', passphrase: amals });
    const omar = await client.users.add({
      name: 'Omar',
      role: 'volunteer',
      passphrase: 'frase di omar per entrare',
    });
    const { id: personId } = await client.people.create(
      aPerson({ names: [aName('Nadifa', 'Warsame')] }),
    );
    const { id: noteId } = await client.notes.save({ personId, note: aNote });
    await client.caseAccess.grant({ personId, userId: amal.id });
    const unlock = async (name: string, passphrase: string) => {
      await client.vault.lock({});
      await client.vault.unlock({ folder, name, passphrase });
      expect((await client.people.list({ query: 'Warsame' })).total).toBe(1);
      const { versions } = await client.notes.get({ id: noteId });
      expect(versions[0]?.text).toBe(aNote.text);
    };
    await unlock('giulia', testPassphrase);
    const stopped = { between: 0, oldKey: 0, newKey: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      await client.vault.lock({});
      await renewAndKill(folder, omar.id, 10 + ((round * 37) % 90));
      stopped[await whereItStopped(folder)]++;
      // A volunteer who comes first gets in as well, and leaves it to a coordinator to go on.
      if (round % 4 === 0) await unlock('amal', amals);
      await unlock('giulia', testPassphrase);
      const keyring = await currentKeyring(folder);
      expect(keyring.renewal, `round ${round}`).toBeUndefined();
      expect(
        keyring.slots.flatMap((slot) => (slot.type === 'former' ? [] : slot.keys)),
      ).toHaveLength(4);
    }
    // Otherwise the kills came too early or too late, and nothing was shown.
    expect(stopped.oldKey + stopped.newKey).toBeGreaterThan(0);
    process.stdout.write(`killed in a renewal: ${JSON.stringify(stopped)}\n`);
    await client.vault.lock({});
    const passphrase = 'frase dopo il recupero';
    await client.vault.recover({ folder, recoveryKey: recoveryKey.join(' '), passphrase });
    expect((await client.notes.get({ id: noteId })).versions[0]?.text).toBe(aNote.text);
  },
  60_000 + ROUNDS * 15_000,
);
