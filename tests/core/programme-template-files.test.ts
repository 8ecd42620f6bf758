import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadProgrammes } from '#core/programmes/load-programmes.ts';
import { loadResources } from '#core/resources/load-resources.ts';
import { templateSchema } from '#domain/programmes/template-schema.ts';
import { root } from '../rules/source-files.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { asVolunteer, startProgramme, TODAY } from '../support/programmes.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Json = ReturnType<typeof JSON.parse>;

async function grantOf({ files }: OpenCore, content: string): Promise<string> {
  const path = join(await temporaryFolder(), randomUUID());
  await writeFile(path, content);
  files.grant(path, path, 'read');
  return path;
}

async function takeIn(t: OpenCore, content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return t.client.programmeTemplates.import({ grant: await grantOf(t, text) });
}

async function exported(t: OpenCore, id: string): Promise<string> {
  const bytes = await t.saved((grant) => t.client.programmeTemplates.export({ id, grant }));
  return new TextDecoder().decode(bytes);
}

const shipped = async (code: string): Promise<Json> =>
  JSON.parse(await readFile(join(root, 'resources/programmes', `${code}.json`), 'utf8'));

/** FRA NOI 2 with something done to it. */
async function changed(change: (template: Json) => unknown): Promise<Json> {
  const template = await shipped('fra-noi-2');
  change(template);
  return template;
}

const nested = (levels: number, inside: unknown): unknown =>
  levels === 0 ? inside : { all: [nested(levels - 1, inside)] };

const ownOnes = async (t: OpenCore) =>
  (await t.client.programmeTemplates.list({})).items.filter((one) => one.takenInOn !== undefined);

describe('a template file', () => {
  test('carries the template with its parameters to another register, which starts from it', async () => {
    const t = await openCore({ today: TODAY });
    const { id } = await startProgramme(t, 'malaika', 'Malaika di qui');
    await t.client.programmes.save({ id, name: 'Malaika di qui', parameters: { lastAge: 23 } });
    const file = await exported(t, id);
    expect(file).not.toContain('Malaika di qui');

    const other = await openCore({ today: TODAY });
    const { code } = await takeIn(other, file);
    expect(await ownOnes(other)).toMatchObject([{ code, takenInOn: TODAY, isBlank: false }]);
    const { id: there } = await startProgramme(other, code);
    expect(await exported(other, there)).toBe(file);
    expect((await other.client.programmes.get({ id: there })).parameters).toMatchObject([
      { code: 'lastAge', value: 23 },
    ]);
    const log = (core: OpenCore) => core.client.audit.list({ offset: 0, limit: 20 });
    const actions = [await log(t), await log(other)].map(({ items }) =>
      items.map(({ action }) => action),
    );
    expect(actions[0]).toContain('programmeTemplates.export');
    expect(actions[1]).toContain('programmeTemplates.import');
  });

  test('is taken in once, and not by who does not coordinate', async () => {
    const t = await openCore({ today: TODAY });
    const own = await changed((one) => (one.name.it = '<script>alert(1)</script>'));
    await takeIn(t, own);
    expect((await ownOnes(t))[0]?.name.it).toBe('<script>alert(1)</script>');
    for (const again of [own, await shipped('comet')]) {
      await expect(takeIn(t, again)).rejects.toMatchObject({ code: 'programme_template_known' });
    }
    const { id } = await startProgramme(t, 'comet');
    await asVolunteer(t);
    await expect(takeIn(t, { ...own, code: 'other' })).rejects.toMatchObject({
      code: 'role_missing',
    });
    await expect(
      t.client.programmeTemplates.export({ id, grant: 'no-such-grant' }),
    ).rejects.toMatchObject({ code: 'role_missing' });
  });

  test('of a newer program says so', async () => {
    const t = await openCore({ today: TODAY });
    const newer = await changed((one) => Object.assign(one, { format: 2, newThing: [] }));
    await expect(takeIn(t, newer)).rejects.toMatchObject({ code: 'programme_template_newer' });
  });
});

const rule = (one: Json) => one.eligibility.all.find((set: Json) => 'rule' in set).rule;

const REFUSED: [
  name: string,
  change: (template: Json) => unknown,
  reason: string,
  place: RegExp,
][] = [
  ['a wrong type', (one) => (one.stages[1].code = 7), 'wrong', /^stages\[1\]\.code$/],
  ['a text for a list', (one) => (one.stages = 'all'), 'wrong', /^stages$/],
  ['an unknown key', (one) => (one.stages[0].run = 'x'), 'unknownKey', /^stages\[0\]\.run$/],
  ['a key in marks', (one) => (one['$t(x) {{y}}'] = 1), 'unknownKey', /^\?t\?x\?\?\?\?y\?\?$/],
  ['no name', (one) => delete one.name.en, 'missing', /^name\.en$/],
  ['no format', (one) => delete one.format, 'missing', /^format$/],
  ['a long text', (one) => (one.about.it = 'x'.repeat(5000)), 'tooLong', /^about\.it$/],
  [
    'a code twice',
    (one) => (one.stages[1].code = one.stages[0].code),
    'twice',
    /^stages\[1\]\.code$/,
  ],
  ['an override of direction', (one) => (one.name.it = 'a\u202eb'), 'hidden', /^name\.it$/],
  [
    'a fact nobody knows',
    (one) => (rule(one).is = { test: 'is', fact: 'religion', value: true }),
    'wrong',
    /^eligibility\.all\[\d\]\.rule\.is\.fact$/,
  ],
  [
    'a test nobody knows',
    (one) => (rule(one).is = { test: 'eval', code: 'x' }),
    'wrong',
    /^eligibility\.all\[\d\]\.rule\.is\.test$/,
  ],
  [
    'a question that is not asked',
    (one) => (rule(one).is = { test: 'answerIs', question: 'none', value: true }),
    'unknownName',
    /^eligibility\.all\[\d\]\.rule\.is\.question$/,
  ],
  [
    'a status in no list',
    (one) => (rule(one).is = { test: 'codeIn', fact: 'legalStatus', codes: ['refuge'] }),
    'unknownName',
    /^eligibility\.all\[\d\]\.rule\.is\.codes\[0\]$/,
  ],
  [
    'a worked case of another rule',
    (one) => (one.workedCases[0].expects.failed = ['none']),
    'unknownName',
    /^workedCases\[0\]\.expects$/,
  ],
  [
    'a letter that is not there',
    (one) => (one.letters = ['nothing']),
    'unknownName',
    /^letters\[0\]$/,
  ],
  [
    'rules within rules',
    (one) => (one.eligibility = nested(8, one.eligibility)),
    'wrong',
    /^eligibility$/,
  ],
  [
    'deeper than anything',
    (one) => (one.eligibility = nested(2000, one.eligibility)),
    'tooDeep',
    /^eligibility\.all\[0\]$/,
  ],
  [
    'a code every object has',
    (one) => (one.stages[0].code = 'constructor'),
    'wrong',
    /^stages\[0\]\.code$/,
  ],
];

describe('a template that was taken in', () => {
  test('shows what its rules answer to its own examples, also where that is not what it says', async () => {
    const t = await openCore({ today: TODAY });
    const honest = await takeIn(t, await changed((one) => (one.code = 'honest')));
    expect(honest.cases.length).toBeGreaterThan(3);
    expect(honest.cases.every(({ isMet }) => isMet)).toBe(true);
    const file = await changed((one) => {
      one.code = 'other';
      one.workedCases[0].expects = { outcome: 'missing' };
    });
    const [first, ...others] = (await takeIn(t, file)).cases;
    expect(first?.isMet).toBe(false);
    expect(others.every(({ isMet }) => isMet)).toBe(true);
  });

  test('is removed while no programme was started from it, and comes back with one click', async () => {
    const t = await openCore({ today: TODAY });
    const { code: id } = await takeIn(t, await changed((one) => (one.about.it = 'Un altro.')));
    // The one that comes with the program has the same code in its file.
    await startProgramme(t, 'fra-noi-2');
    expect(await ownOnes(t)).toMatchObject([{ code: id, isUnused: true }]);
    await t.client.programmeTemplates.remove({ id });
    expect(await ownOnes(t)).toEqual([]);
    await t.client.programmeTemplates.restore({ id });
    await startProgramme(t, id);
    expect(await ownOnes(t)).toMatchObject([{ code: id, isUnused: false }]);
    await expect(t.client.programmeTemplates.remove({ id })).rejects.toMatchObject({
      code: 'programme_template_in_use',
    });
  });
});

describe('a broken or hostile template file', () => {
  test('is refused with the place of its first fault, and nothing is written', async () => {
    const t = await openCore({ today: TODAY });
    for (const [name, change, reason, place] of REFUSED) {
      await expect(takeIn(t, await changed(change)), name).rejects.toMatchObject({
        code: 'programme_template_not_valid',
        details: { context: reason, place: expect.stringMatching(place) },
      });
    }
    const good = JSON.stringify(await shipped('fra-noi-2'));
    const texts: [content: string, reason: string, place: string][] = [
      ['{ no', 'notJson', ''],
      ['[]', 'wrong', ''],
      ['null', 'wrong', ''],
      ['['.repeat(500_000), 'notJson', ''],
      [`${'['.repeat(400_000)}${']'.repeat(400_000)}`, 'tooDeep', ''],
      [' '.repeat(10_000_000), 'tooBig', ''],
      [good.replace('{', '{"__proto__":{"isBlank":true},'), 'unknownKey', '__proto__'],
      [good.replace('{', '{"constructor":1,'), 'unknownKey', 'constructor'],
      [
        good.replace('"stages":[{', '"stages":[{"__proto__":[],'),
        'unknownKey',
        'stages[0].__proto__',
      ],
    ];
    for (const [content, reason, place] of texts) {
      await expect(takeIn(t, content), content.slice(0, 40)).rejects.toMatchObject({
        code: 'programme_template_not_valid',
        details: { context: reason, place: expect.stringContaining(place) },
      });
    }
    expect(await ownOnes(t)).toEqual([]);
    const { items } = await t.client.audit.list({ offset: 0, limit: 50 });
    expect(items.map(({ action }) => action)).not.toContain('programmeTemplates.import');
    expect(t.failures).toEqual([]);
  });
});

describe('the templates that come with the program', () => {
  const { vocabularies: lists, letters, indicators } = loadResources(join(root, 'resources'));
  const known = { lists, letters, indicators: indicators().byId };

  test('are all checked as soon as one is asked for: a faulty one is named with its place', async () => {
    const folder = join(await temporaryFolder(), 'programmes');
    await mkdir(folder);
    const put = (name: string, content: unknown) =>
      writeFile(join(folder, name), JSON.stringify(content));
    await put('a.json', await shipped('comet'));
    expect([...loadProgrammes(folder, known).keys()]).toEqual(['comet']);
    await put('z.json', await changed((one) => (one.stages[1].code = 7)));
    expect(() => loadProgrammes(folder, known)).toThrow('z.json: wrong at stages[1].code');
    await put('z.json', await shipped('comet'));
    expect(() => loadProgrammes(folder, known)).toThrow('z.json: comet twice');
  });

  test('have the shape that is published', async () => {
    const published = await readFile(join(root, 'docs/programme-template.schema.json'), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(templateSchema())));
    expect(templateSchema()).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: { stages: { maxItems: 20 }, format: { const: 1 } },
    });
  });
});
