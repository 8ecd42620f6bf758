import { describe, expect, test } from 'vitest';
import { vaultContract } from '#api/contract.ts';
import { errorCodes } from '#api/errors.ts';
import { roles } from '#domain/vault/role.ts';
import { keysOf } from '../../support/keys-of.ts';
import { openCore, startCore } from '../../support/open-core.ts';
import { POLICY } from './policy-table.ts';

// Input that no schema accepts, so that an allowed call stops at validation and changes nothing.
const nonsense = { nonsense: true };

async function codeOf(
  core: { dispatch: (n: string, i: unknown) => Promise<unknown> },
  name: string,
) {
  const result = (await core.dispatch(name, nonsense)) as { error?: { code: string } };
  return result.error?.code;
}

describe('who may call what', () => {
  test('every procedure has a line in the policy', () => {
    expect(Object.keys(POLICY).sort()).toEqual(Object.keys(vaultContract).sort());
  });

  test('while locked, only the calls of the door are answered', async () => {
    const { core } = await startCore();
    for (const [name, [allowed]] of Object.entries(POLICY)) {
      const expected = allowed === 'anybody' ? 'invalid_input' : 'register_locked';
      expect(await codeOf(core, name), name).toBe(expected);
    }
  });

  test.each(roles)('a %s may call exactly their own procedures', async (role) => {
    const { core, client, folder } = await openCore();
    const passphrase = 'altra frase per altra persona';
    await client.users.add({ name: 'Altra', role, passphrase });
    await client.vault.lock({});
    const { user } = await client.vault.unlock({ folder, name: 'Altra', passphrase });
    expect(user.role).toBe(role);
    for (const [name, [allowed]] of Object.entries(POLICY)) {
      const mayCall = allowed === 'anybody' || allowed.split(' ').includes(role);
      expect(await codeOf(core, name), name).toBe(mayCall ? 'invalid_input' : 'role_missing');
    }
  });

  test('only a coordinator holds the key of the restricted tier', async () => {
    const { folder, client } = await openCore();
    const passphrase = 'altra frase per altra persona';
    await client.users.add({ name: 'Altra', role: 'volunteer', passphrase });
    await client.vault.lock({});
    const keys = await keysOf(folder, { passphrase, name: 'altra' });
    expect(keys?.general).toHaveLength(32);
    expect(keys?.restricted).toBeUndefined();
  });
});

describe('the life of calls', () => {
  test('mutations wait for each other, and stop when the register is locked', async () => {
    const { core, client } = await openCore();
    const person = {
      names: [{ kind: 'permit', script: 'latin', given: 'A', family: 'B' }],
      sex: 'unknown',
      nationalities: [],
      languages: [],
    };
    const first = core.dispatch('people.create', person);
    const lock = client.vault.lock({});
    const late = core.dispatch('people.create', person);
    expect(await first).toMatchObject({ ok: true });
    await lock;
    expect(await late).toEqual({ ok: false, error: { code: 'register_locked' } });
  });

  test('every error code is told apart', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
  });
});
