import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { demoPassphrase } from '#core/demo/demo-passphrase.ts';
import { firstBackup } from '../support/backups.ts';
import { aPerson } from '../support/factories.ts';
import { openCore, testPassphrase } from '../support/open-core.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

function cli(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: 'utf8',
    // The contract with its schemas is more than the megabyte that is read otherwise.
    maxBuffer: 16 * 1024 * 1024,
  });
  return { status, stdout, stderr, json: () => JSON.parse(stdout) };
}

interface Listed {
  listedName: string;
}

async function fileWith(value: unknown): Promise<string> {
  const path = join(await temporaryFolder(), 'problem.json');
  await writeFile(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

/** Two groups in two places; three people of one group live in one of them. */
const problem = {
  threshold: 5,
  cells: { ALL: 40, a: 23, b: 17, x: 22, y: 18, ax: 20, ay: 3, bx: 2, by: 15 },
  relations: [
    { total: 'ALL', parts: ['a', 'b'] },
    { total: 'ALL', parts: ['x', 'y'] },
    { total: 'a', parts: ['ax', 'ay'] },
    { total: 'b', parts: ['bx', 'by'] },
    { total: 'x', parts: ['ax', 'bx'] },
    { total: 'y', parts: ['ay', 'by'] },
  ],
};

describe('verify-backup', () => {
  test('says whether a copy is whole, and what is wrong with one that is not', async () => {
    const test = await openCore();
    await test.client.people.create(aPerson());
    const { path } = await firstBackup(test);
    const whole = cli(['verify-backup', path], `${testPassphrase}\n`);
    expect(whole.json()).toMatchObject({ ok: true, people: 1, missingAttachments: 0 });
    expect(whole.status).toBe(0);
    const wrong = cli(['verify-backup', path], 'sbagliata\n');
    expect(wrong.json()).toEqual({ ok: false, error: { code: 'wrong_passphrase' } });
    const bytes = await readFile(path);
    const at = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(path, bytes);
    const spoilt = cli(['verify-backup', path], `${testPassphrase}\n`);
    expect(spoilt.json()).toMatchObject({ ok: false, error: { code: 'backup_damaged' } });
    expect(spoilt.status).toBe(1);
  });
});

describe('the contract on the command line', () => {
  test('is printed with JSON Schemas', () => {
    const { status, json } = cli(['procedures']);
    expect(status).toBe(0);
    expect(json()['people.create']).toMatchObject({
      kind: 'mutation',
      input: { type: 'object', properties: { names: { type: 'array' } } },
    });
  });

  test('answers refusals with a code and exit code 1, misuse with 2', () => {
    const locked = cli(['call', 'people.list']);
    expect(locked.status).toBe(1);
    expect(locked.json()).toEqual({ ok: false, error: { code: 'register_locked' } });
    for (const wrong of [[], ['call'], ['call', 'people.list', '{'], ['fly'], ['demo']]) {
      const { status, stdout, stderr } = cli(wrong);
      expect(stdout).toBe('');
      expect(stderr).not.toBe('');
      expect(status, wrong.join(' ')).toBe(2);
    }
    expect(cli(['--help']).status).toBe(0);
  });
});

describe('the demonstration', () => {
  test('comes out the same for a seed, opens with its passphrase, and can be made again', async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    const make = (out: string) => cli(['demo', '--out', out, '--people', '12', '--seed', '5']);
    const made = make(one);
    expect(made.status).toBe(0);
    expect(made.json()).toMatchObject({ people: 12, passphrase: demoPassphrase });
    expect(made.json().steps.length).toBeGreaterThan(4);
    expect(make(two).status).toBe(0);
    for (const { file } of made.json().files) {
      const [first, second] = [await readFile(join(one, file)), await readFile(join(two, file))];
      expect(first.equals(second), file).toBe(true);
    }
    const listed = cli(
      ['call', 'people.list', '{"limit":1}', '--register', join(one, 'register')],
      `${demoPassphrase}\n`,
    );
    expect(listed.json()).toMatchObject({ ok: true, data: { items: [{}] } });
    const duplicates = cli(
      ['call', 'duplicates.list', '{}', '--register', join(one, 'register')],
      `${demoPassphrase}\n`,
    );
    const { items } = duplicates.json().data;
    expect(
      items.map(({ a, b, level }: { a: Listed; b: Listed; level: string }) =>
        [level, a.listedName, b.listedName].sort(),
      ),
    ).toEqual([
      ['Karimi Zahra', 'Karimy Zehra', 'sure'],
      ['Qabbani Haitham', 'Qabbani Haitham', 'likely'],
    ]);
    const verify = (passphrase: string) =>
      cli(['verify', '--register', join(one, 'register')], `${passphrase}\n`);
    const verified = verify(demoPassphrase);
    expect(verified.json()).toMatchObject({ isSound: true, isRolledBack: false, isDamaged: false });
    expect(verified.status).toBe(0);
    // Before the wrong passphrase, after which the door makes the next attempt wait.
    expect(make(one).status).toBe(0);
    const refused = cli(['call', 'people.list', '--register', join(one, 'register')], 'wrong');
    expect(refused.status).toBe(1);
    expect(refused.json()).toMatchObject({ error: { code: 'wrong_passphrase' } });
  }, 180_000);

  test('does not touch a folder that is not its own', async () => {
    const out = await temporaryFolder();
    expect(
      cli(['call', 'vault.create', JSON.stringify({ folder: join(out, 'register') })]).status,
    ).toBe(1);
    await writeFile(join(out, 'register'), 'something else');
    const { status, stderr } = cli(['demo', '--out', out, '--people', '1']);
    expect(status).not.toBe(0);
    expect(stderr).not.toBe('');
    expect(await readFile(join(out, 'register'), 'utf8')).toBe('something else');
  });
});

describe('disclosure control on the command line', () => {
  test('protects, proves, and finds its own result sound', async () => {
    const made = cli(['protect', await fileWith(problem)]);
    expect(made.status).toBe(0);
    const result = made.json();
    expect(result).toMatchObject({ status: 'optimal', cost: 40 });
    expect(result.suppressed).toEqual(['ax', 'ay', 'bx', 'by']);
    expect(result.published).toEqual({ ALL: 40, a: 23, b: 17, x: 22, y: 18 });
    expect(result.ranges.ay.int_max).toBeGreaterThanOrEqual(5);
    const audited = cli(['audit', await fileWith({ ...problem, suppressed: result.suppressed })]);
    expect(audited.status).toBe(0);
    expect(audited.json()).toMatchObject({ below_threshold: [], exactly_known: [] });
    const certificate = await fileWith({ ...problem, certificate: result.certificate });
    expect(cli(['check-certificate', certificate]).json()).toMatchObject({ valid: true });
    for (const alone of [result, result.certificate]) {
      const checked = cli(['check-certificate', await fileWith(alone)]);
      expect([checked.status, checked.json().valid]).toEqual([0, true]);
    }
    const [first] = result.certificate.witnesses;
    first.hidden.ay += 1;
    expect(cli(['check-certificate', await fileWith(result)]).status).toBe(1);
    expect(cli(['check-certificate', await fileWith({})]).status).toBe(2);
  });

  test('an audit that finds somebody ends with exit code 1', async () => {
    const { status, json } = cli([
      'audit',
      await fileWith({ ...problem, suppressed: ['ay', 'bx'] }),
    ]);
    expect(status).toBe(1);
    expect(json().exactly_known).toEqual(['ay', 'bx']);
  });

  test('says that no release is safe with exit code 1, and nothing else', async () => {
    for (const one of [
      { ...problem, keep: ['a', 'b', 'x', 'y', 'ax', 'by'] },
      { ...problem, keep: ['ay'] },
      { ...problem, threshold: 1_000_000 },
    ]) {
      const { status, json } = cli(['protect', await fileWith(one)]);
      expect(status).toBe(1);
      expect(json()).toMatchObject({
        status: 'refused',
        suppressed: [],
        published: {},
        cost: null,
      });
      expect(json().reasons[0].cells).not.toEqual([]);
    }
  });

  test('bad input ends with exit code 2 and prints nothing', async () => {
    const text = JSON.stringify(problem);
    const million = Array.from({ length: 300_000 }, (_, at) => `"cell${at}":7`).join();
    const bad = [
      'not json',
      '{"threshold":5,"cells":',
      text.replace('"ay":3', '"ay":3,"ay":3'),
      text.replace('"ay":3', '"ay":3,"\\u0061y":3'),
      text.replace('"threshold":5', '"threshold":5,"threshold":3'),
      `{"threshold":5,"cells":{${million}},"relations":[]}`,
      '['.repeat(100_000),
      { ...problem, cells: { ...problem.cells, ay: -1 } },
      { ...problem, cells: { ...problem.cells, ay: 2.5 } },
      { ...problem, cells: { ...problem.cells, ay: 4 } },
      { ...problem, relations: [{ total: 'ALL', parts: ['nobody'] }] },
    ];
    for (const value of bad) {
      const { status, stdout, stderr } = cli(['protect', await fileWith(value)]);
      expect(status, stderr.slice(0, 200)).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).not.toBe('');
    }
    expect(cli(['protect', '/no/such/file.json']).status).toBe(2);
  });

  test('a million cells are refused with the first part of the file, in under a second', async () => {
    const cells = Array.from({ length: 1_000_000 }, (_, at) => `"cell${at}":7`).join();
    // Whoever read it to its end would meet what is larger than any file may be.
    const path = await fileWith(
      `{"threshold":5,"cells":{${cells}},"x":"${'y'.repeat(60_000_000)}"}`,
    );
    const seconds = [1, 2, 3].map(() => {
      const start = performance.now();
      const { status, stdout, stderr } = cli(['protect', path]);
      expect([status, stdout, stderr]).toEqual([2, '', 'too large: more than 200000 cells\n']);
      return (performance.now() - start) / 1000;
    });
    expect(Math.min(...seconds)).toBeLessThan(1);
  });

  test('signs inside of texts are not taken for cells', async () => {
    const odd = { ...problem, cells: { ...problem.cells, '"{:[\\': 0 } };
    const { status, stderr } = cli(['protect', await fileWith(odd)]);
    expect(status, stderr).toBe(0);
  });
});

test('programmes --check tries every shipped programme, and nothing else is asked of it', () => {
  const { status, stderr, json } = cli(['programmes', '--check']);
  expect(status, stderr).toBe(0);
  expect(json()).toMatchObject({ differing: 0 });
  expect(json().cases).toBeGreaterThan(30);
  expect(stderr).toContain('fra-noi-2');
  expect(cli(['programmes']).status).toBe(2);
});
