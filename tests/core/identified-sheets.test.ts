import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ConsentInput } from '#domain/consents/consent.ts';
import { aName, anOffice, aPerson } from '../support/factories.ts';
import { openCore } from '../support/open-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };
type Core = Awaited<ReturnType<typeof openCore>>;

async function theRegister() {
  const t = await openCore();
  const ministry = (await t.client.organisations.save(anOffice({ name: 'Ministero' }))).id;
  const other = (await t.client.organisations.save(anOffice({ name: 'Altro ente' }))).id;
  const add = async (family: string) =>
    (await t.client.people.create(aPerson({ names: [aName('Amina', family)] }))).id;
  return { t, ministry, other, add };
}

async function agree(
  t: Core,
  personId: string,
  organisationId: string,
  more: Partial<ConsentInput> = {},
) {
  return t.client.consents.give({
    personId,
    details: {
      purpose: 'donorList',
      organisationId,
      dataCategories: ['identity'],
      givenBy: 'self',
      way: 'signed',
      givenOn: '2026-11-01',
      ...more,
    },
  });
}

/** Text of a PDF for whoever has this password; what the reader says when it does not open. */
async function textWith(bytes: Uint8Array, password?: string) {
  const path = join(await temporaryFolder(), 'sheet.pdf');
  await writeFile(path, bytes);
  const secret = password === undefined ? [] : ['-upw', password];
  const { status, stdout } = spawnSync('pdftotext', [...secret, '-layout', path, '-'], {
    encoding: 'utf8',
  });
  return { opens: status === 0, text: stdout };
}

describe('a list of named people for a funder', () => {
  test('has only those who agreed to be named to this very organisation', async () => {
    const { t, ministry, other, add } = await theRegister();
    await agree(t, await add('Warsame'), ministry);
    await agree(t, await add('Altrove'), other);
    await add('Maichiesta');
    await agree(t, await add('Solofoto'), ministry, { dataCategories: ['pictures'] });
    const withdrawn = await agree(t, await add('Ritirata'), ministry);
    await t.client.consents.withdraw({ id: withdrawn.id });
    const wanted = { period, organisationId: ministry };
    expect(await t.client.identifiedSheets.preview(wanted)).toEqual({
      people: 1,
      leftOut: [
        { reason: 'none', people: 2 },
        { reason: 'withdrawn', people: 1 },
        { reason: 'notCovering', people: 1 },
      ],
    });
    let password = '';
    const bytes = await t.saved(async (grant) => {
      const saved = await t.client.identifiedSheets.save({ ...wanted, language: 'it', grant });
      expect(saved.people).toBe(1);
      password = saved.password;
    });
    const { opens, text } = await textWith(bytes, password);
    expect(opens).toBe(true);
    expect(text).toContain('Warsame');
    expect(text).toContain('NOMINATIVO');
    for (const absent of ['Altrove', 'Maichiesta', 'Solofoto', 'Ritirata']) {
      expect(text).not.toContain(absent);
    }
    // Without the password it opens for nobody, and no name lies in its bytes.
    expect((await textWith(bytes)).opens).toBe(false);
    expect((await textWith(bytes, 'aaaaa-bbbbb-ccccc')).opens).toBe(false);
    expect(Buffer.from(bytes).includes('Warsame')).toBe(false);
    const { items } = await t.client.audit.list({ limit: 50 });
    expect(JSON.stringify(items)).toContain('identifiedSheets.save');
    expect(JSON.stringify(items)).not.toContain(password);
  });

  test('is not made when nobody agreed, nor for an organisation that is not there', async () => {
    const { t, ministry, add } = await theRegister();
    await add('Warsame');
    const save = (organisationId: string) =>
      t.saved((grant) =>
        t.client.identifiedSheets.save({ period, organisationId, language: 'it', grant }),
      );
    await expect(save(ministry)).rejects.toMatchObject({ code: 'consent_missing' });
    const nobody = '01a1fd8c-6900-7fb9-b91a-c2bd1379affd';
    await expect(save(nobody)).rejects.toMatchObject({ code: 'not_found' });
  });
});
