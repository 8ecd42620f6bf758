import { describe, expect, test } from 'vitest';
import { protectedReport } from '#core/reports/protected-summary.ts';
import type { ReportSetup } from '#core/reports/report-tables.ts';
import { audit } from '#disclosure/audit.ts';
import { checkCertificate } from '#disclosure/check-certificate.ts';
import { joinReleases, type SentRelease } from '#disclosure/release.ts';
import { ageAxis, pieceOf } from '#domain/reports/age-axis.ts';
import type { CountedRow } from '#domain/reports/summary.ts';
import { aName, aPerson, aService } from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { lettingIn, startProgramme } from '../support/programmes.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };
const bands = {
  amif: [
    { code: '0-17', from: 0, to: 17 },
    { code: '18-60', from: 18, to: 60 },
    { code: '61+', from: 61 },
  ],
  unhcr: [
    { code: '0-17', from: 0, to: 17 },
    { code: '18-59', from: 18, to: 59 },
    { code: '60+', from: 60 },
  ],
};

interface Invented {
  sex: string;
  age: number;
  nationality: string;
  legalStatus: string;
  language: boolean;
  advice: boolean;
}

/** The same people each time: a small generator with a seed. */
function invent(count: number, seed = 11): Invented[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const pick = <T>(list: readonly T[]) => list[next(list.length)] as T;
  return Array.from({ length: count }, () => ({
    sex: pick(['female', 'female', 'male']),
    age: 10 + next(60),
    nationality: pick(['SOM', 'SOM', 'ERI', 'AFG', 'NGA', 'SYR']),
    legalStatus: pick(['refugee', 'refugee', 'refugee', 'asylumSeeker', 'subsidiary', 'special']),
    language: next(3) === 0,
    advice: next(4) === 0,
  }));
}

const rowsOf = (people: readonly Invented[], axis: ReportSetup['axis']): CountedRow[] =>
  people.map(({ age, language, advice, ...more }) => ({
    ...more,
    ageBand: pieceOf(age, axis),
    supported: language || advice ? 'yes' : 'no',
    language: language ? 'yes' : 'no',
    advice: advice ? 'yes' : 'no',
  }));

const indicators: ReportSetup['indicators'] = [
  { id: 'supported', isSensitive: false, by: ['ageBand', 'sex'] },
  { id: 'language', isSensitive: false, by: ['ageBand', 'sex'], partOf: 'supported' },
  { id: 'advice', isSensitive: false, by: ['sex'], partOf: 'supported' },
];

/** What a reader of this release and those before can work out; with an auditor that chose nothing. */
async function learnt(release: SentRelease, sent: readonly SentRelease[] = []) {
  const problem = joinReleases(release, sent);
  const { below_threshold } = await audit({ ...problem, suppressed: release.suppressed });
  return below_threshold;
}

describe('a report by a plan', () => {
  const axis = ageAxis(bands.amif);
  const setup: ReportSetup = {
    period,
    axis,
    tables: [{ rows: 'ageBand', columns: 'sex' }],
    indicators,
  };
  const rows = rowsOf(invent(90), axis);

  test('prints true numbers of each indicator, and nobody can be worked out', async () => {
    const { summary, release, certificate } = await protectedReport(rows, setup);
    const [overview] = summary.tables;
    expect(overview?.name).toBe('indicators');
    const count = (id: string) => rows.filter((row) => row[id] === 'yes').length;
    for (const { code, cells } of overview?.rows ?? []) {
      if (cells[0] !== null) expect(cells[0]).toBe(count(code));
    }
    expect(overview?.rows.some(({ cells }) => cells[0] !== null)).toBe(true);
    expect(summary.hidden.small).toBeGreaterThan(0);
    expect(await learnt(release)).toEqual([]);
    const problem = joinReleases(release, []);
    expect(certificate && checkCertificate(problem, certificate).valid).toBe(true);
    // The look can fail: with nothing hidden small numbers are plain.
    expect(await learnt({ ...release, suppressed: [] })).not.toEqual([]);
  });

  test('keeps what "of which" leaves from being computed', async () => {
    const { release } = await protectedReport(rows, setup);
    const rest = 'supported=yes-(language=yes)';
    expect(Object.keys(release.cells)).toContain(rest);
    expect(release.roles?.[rest]).toBe('derived');
  });

  test('with other age bands is protected with the one before: who is exactly sixty is not told', async () => {
    const people = [
      ...invent(120).map((one) => ({ ...one, age: one.age === 60 ? 40 : one.age })),
      ...invent(2).map((one) => ({ ...one, age: 60 })),
    ];
    const tables: ReportSetup['tables'] = [{ rows: 'ageBand' }];
    const first = ageAxis(bands.unhcr);
    const unhcr = await protectedReport(rowsOf(people, first), {
      period,
      axis: first,
      tables,
      indicators: [],
    });
    const sent = { ...unhcr.release, id: 'first' };
    const both = ageAxis(bands.amif, ['0-17', '18-59', '60+']);
    expect(both.pieces.map(({ code }) => code)).toContain('60-60');
    const second = { period, axis: both, tables, indicators: [] };
    const amif = await protectedReport(rowsOf(people, both), second, [sent]);
    const printed = (made: typeof amif, code: string) =>
      made.summary.tables[0]?.rows.find((row) => row.code === code)?.cells[0] ?? null;
    const [older, newer] = [printed(unhcr, '60+'), printed(amif, '61+')];
    expect(older === null || newer === null).toBe(true);
    expect(await learnt(amif.release, [sent])).toEqual([]);
    // Alone, both would have been printed, and their difference is two people.
    const alone = await protectedReport(rowsOf(people, ageAxis(bands.amif)), {
      ...second,
      axis: ageAxis(bands.amif),
    });
    expect(printed(alone, '61+')).not.toBeNull();
    expect(older).not.toBeNull();
  });

  test('asks ten people for a legal status, and leaves it out of a report on too few', async () => {
    const people = invent(90);
    const tables: ReportSetup['tables'] = [{ rows: 'legalStatus' }, { rows: 'nationality' }];
    const many = await protectedReport(rowsOf(people, axis), { ...setup, tables, indicators: [] });
    const statuses = many.summary.tables.find(({ name }) => name === 'legalStatus');
    const shown = statuses?.rows.flatMap(({ cells }) => cells[0] ?? []) ?? [];
    expect(shown.length).toBeGreaterThan(0);
    for (const count of shown) expect(count).toBeGreaterThanOrEqual(10);
    // Seven of one status are enough for a nationality, and not for this.
    const seven = people.map((one, at) => ({
      ...one,
      legalStatus: at < 7 ? 'special' : 'refugee',
    }));
    const made = await protectedReport(rowsOf(seven, axis), { ...setup, tables, indicators: [] });
    const row = made.summary.tables[0]?.rows.find(({ code }) => code === 'special');
    expect(row?.cells).toEqual([null]);
    expect(await learnt(made.release)).toEqual([]);
    const few = await protectedReport(rowsOf(invent(18), axis), {
      ...setup,
      tables,
      indicators: [],
    });
    expect(few.summary.leftOut).toEqual(['legalStatus']);
    expect(few.summary.tables.map(({ name }) => name)).toEqual(['nationality']);
  });

  test('breaks a sensitive figure down less where a whole group would share it', async () => {
    const sensitive = rows.map((row) => ({ ...row, need: row.ageBand === '61+' ? 'yes' : 'no' }));
    const need = { id: 'need', isSensitive: true, by: ['ageBand', 'sex'] as const };
    const made = await protectedReport(sensitive, { ...setup, indicators: [need] });
    expect(made.setup.indicators[0]?.by).toEqual([]);
    expect(made.summary.tables.some(({ indicator }) => indicator === 'need')).toBe(false);
  });

  test('tells nationalities as groups, and protects what earlier reports told one by one', async () => {
    const groups = [
      ['ERI', 'SOM'],
      ['AFG', 'SYR'],
    ];
    const tables: ReportSetup['tables'] = [{ rows: 'nationality' }];
    const made = await protectedReport(rows, {
      ...setup,
      tables,
      indicators: [],
      nationalityGroups: groups,
    });
    const codes = made.summary.tables[0]?.rows.map(({ code }) => code) ?? [];
    expect([...codes].sort()).toEqual(['AFG+SYR', 'ERI+SOM', 'NGA', 'all']);
    expect(made.release.roles?.['nationality=ERI']).toBe('derived');
  });
});

async function aRegister(): Promise<{ t: OpenCore; programmeId: string }> {
  const t = await openCore({ today: '2026-11-21' });
  const { id: programmeId } = await startProgramme(t, 'spazio-comune', 'Spazio');
  const { user } = await t.client.vault.session({});
  for (let at = 0; at < 40; at += 1) {
    const { id: personId } = await t.client.people.create(
      aPerson({
        names: [aName(`Nome${at}`, 'Prova')],
        sex: at % 3 === 0 ? 'male' : 'female',
        nationalities: [at % 5 === 0 ? 'ERI' : at % 7 === 0 ? 'AFG' : 'SOM'],
      }),
    );
    if (at % 2 === 0) {
      await t.client.services.save({ personId, details: aService(user.id, { type: 'ITA' }) });
    }
    if (at < 22) {
      await t.client.enrolments.create({
        ...lettingIn(programmeId, personId),
        overrideReason: 'Per la prova',
      });
    }
  }
  return { t, programmeId };
}

describe('in a register', () => {
  test('a funder’s report counts its indicators, is sent with its words, and its figures open', async () => {
    const { t } = await aRegister();
    const { lists } = await t.client.reportPlans.offer({});
    const plan = lists.find(({ code }) => code === 'AMIF')?.plan;
    if (!plan) throw new Error('no plan');
    const made = await t.client.reports.summary({ ...period, plan });
    const figure = made.figures.find(({ code }) => code === 'O.2.3.1');
    expect(figure).toMatchObject({ value: 20, standing: 'official', unit: 'persons' });
    expect(made.notComputed.map(({ code }) => code)).toContain('R.1.5');
    const ofMore = made.figures.find(({ code }) => code === 'R.2.8');
    expect(ofMore).toMatchObject({ value: 0, standing: 'official' });
    const release = await t.client.releases.send({
      period,
      plan,
      recipient: 'Ministero dell’Interno',
      language: 'it',
    });
    const csv = await t.saved((grant) =>
      t.client.releases.saveFile({ id: release.id, format: 'csv', grant }),
    );
    const text = Buffer.from(csv).toString('utf8');
    expect(text).toContain('O.2.3.1');
    expect(text).toContain('partecipanti a un corso di lingua');
    const opened = await t.client.figures.open({
      period,
      place: { 'AMIF-O.2.3.1': 'yes' },
      id: release.id,
    });
    expect(opened.people).toHaveLength(20);
    expect(opened.countedThen).toBe(20);
    const { items } = await t.client.audit.list({});
    expect(items.map(({ action }) => action)).toContain('figures.open');
  });

  test('a report on one programme counts its people, and does not tell who is not in it', async () => {
    const { t, programmeId } = await aRegister();
    const plan = {
      list: 'UNHCR',
      programmeId,
      tables: [{ rows: 'nationality' as const }],
      indicators: [],
    };
    const made = await t.client.reports.summary({ ...period, plan });
    expect(made).toMatchObject({ total: 22, everybody: 40, programme: 'Spazio' });
    const release = await t.client.releases.send({
      period,
      plan,
      recipient: 'Ente',
      language: 'it',
    });
    const json = await t.saved((grant) =>
      t.client.releases.saveFile({ id: release.id, format: 'json', grant }),
    );
    const file = JSON.parse(Buffer.from(json).toString('utf8'));
    expect(file).toMatchObject({ population: 'programme', cells: { ALL: 22 } });
    expect(Buffer.from(json).toString('utf8')).not.toContain(programmeId);
    // Two people more than in the programme: the rest could be counted.
    const { t: other, programmeId: id } = await aRegister();
    for (let at = 22; at < 37; at += 1) {
      const { items } = await other.client.people.list({ query: `Nome${at}`, limit: 5 });
      const personId = items[0]?.id ?? '';
      await other.client.enrolments.create({ ...lettingIn(id, personId), overrideReason: 'Prova' });
    }
    await expect(
      other.client.reports.summary({ ...period, plan: { ...plan, programmeId: id } }),
    ).rejects.toMatchObject({ code: 'report_refused' });
  });

  test('a grouping of nationalities stands still once a report used it', async () => {
    const { t } = await aRegister();
    const details = {
      name: 'Aree',
      groups: [{ name: 'Corno d’Africa', countries: ['SOM', 'ERI'] }],
    };
    const { id } = await t.client.nationalityMaps.save({ details });
    await t.client.nationalityMaps.save({ id, details: { ...details, name: 'Aree 2026' } });
    const plan = {
      list: 'UNHCR',
      tables: [{ rows: 'nationality' as const }],
      indicators: [],
      nationalityMapId: id,
    };
    const made = await t.client.reports.summary({ ...period, plan });
    expect(made.groupNames).toEqual({ 'ERI+SOM': 'Corno d’Africa' });
    await t.client.releases.send({ period, plan, recipient: 'Regione', language: 'it' });
    await expect(t.client.nationalityMaps.save({ id, details })).rejects.toMatchObject({
      code: 'map_in_use',
    });
  });

  test('a report made to measure is kept under its title, changed, made again, and removed', async () => {
    const { t, programmeId } = await aRegister();
    const plan = {
      list: 'ESF',
      title: 'Fondazione, ogni trimestre',
      programmeId,
      tables: [{ rows: 'ageBand' as const }],
      indicators: ['AMIF-O.2.3.1'],
    };
    const { title: _, ...untitled } = plan;
    await expect(t.client.reportPlans.save({ plan: untitled })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(
      t.client.reportPlans.save({ plan: { ...plan, indicators: ['AMIF-nothing'] } }),
    ).rejects.toMatchObject({ code: 'unknown_code' });
    const { id } = await t.client.reportPlans.save({ plan });
    const changed = { ...plan, title: 'Fondazione, ogni anno' };
    await t.client.reportPlans.save({ id, plan: changed });
    expect((await t.client.reportPlans.offer({})).own).toEqual([{ id, plan: changed }]);
    const made = await t.client.reports.summary({ ...period, plan: changed });
    expect(made).toMatchObject({ plan: changed, title: { it: changed.title } });
    await t.client.reportPlans.remove({ id });
    expect((await t.client.reportPlans.offer({})).own).toEqual([]);
    for (const gone of [
      t.client.reportPlans.remove({ id }),
      t.client.reportPlans.save({ id, plan }),
    ]) {
      await expect(gone).rejects.toMatchObject({ code: 'not_found' });
    }
    const { items } = await t.client.audit.list({});
    expect(items.map(({ action }) => action)).toContain('reportPlans.remove');
  });
});

describe('a report that takes long', () => {
  test('says how far it is, and leaves nothing when it is stopped', async () => {
    const { t } = await aRegister();
    const told = () =>
      t.events.flatMap((event) =>
        event.name === 'progress' && event.payload.task === 'report' ? [event.payload.done] : [],
      );
    t.onEvent((event) => {
      if (event.name === 'progress') void t.client.reports.stop({});
    });
    const wanted = { period, recipient: 'Regione', language: 'it' } as const;
    await expect(t.client.releases.send(wanted)).rejects.toMatchObject({ code: 'report_stopped' });
    expect((await t.client.releases.list({})).items).toEqual([]);
    t.onEvent(() => undefined);
    t.events.length = 0;
    await t.client.releases.send(wanted);
    expect(told().length).toBeGreaterThan(1);
    expect(told()).toEqual([...told()].sort((a, b) => a - b));
    expect((await t.client.releases.list({})).items).toHaveLength(1);
  });
});
