import { describe, expect, test } from 'vitest';
import { areaOf, areas, townKey } from '#domain/reports/area-map.ts';
import { aName, aPerson } from '../support/factories.ts';
import { type OpenCore, openCore } from '../support/open-core.ts';
import { anAddress } from '../support/record-factories.ts';

const period = { from: '2026-01-01', to: '2026-12-31' };
const drawn = [
  { name: 'Torino', towns: ['Torino'] },
  { name: 'Cintura', towns: ['Moncalieri', 'San Mauro Torinese'] },
];
const plan = { list: 'UNHCR', tables: [{ rows: 'area' as const }], indicators: [] };

async function living(t: OpenCore, count: number, address?: string): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const names = [aName(`${address ?? 'Nessuno'} ${at}`, 'Prova')];
    const { id: personId } = await t.client.people.create(aPerson({ names }));
    if (address === undefined) continue;
    await t.client.personAddresses.save({ personId, details: anAddress({ address }) });
  }
}

async function aRegister(): Promise<OpenCore> {
  const t = await openCore();
  await living(t, 12, 'via Nizza 1, 10126 TORINO');
  await living(t, 6, 'via Roma 2, 10024 Moncalieri');
  await living(t, 3, 'corso Italia 3, 10099 San Mauro Torinese');
  await living(t, 7, 'via Po 4, 12100 Cuneo');
  await living(t, 8);
  return t;
}

describe('areas', () => {
  test('a town is one however it is written, in one area, and the others are elsewhere', () => {
    expect(townKey('  Forlì-Cesena ')).toBe(townKey('FORLI CESENA'));
    expect(areaOf('san mauro TORINESE', drawn)).toBe('area2');
    expect(areaOf('Cuneo', drawn)).toBe('elsewhere');
    expect(areaOf(undefined, drawn)).toBe('unknown');
    const twice = [...drawn, { name: 'Altra', towns: ['moncalieri'] }];
    expect(areas.safeParse(twice).success).toBe(false);
    expect(areas.safeParse(drawn).success).toBe(true);
  });

  test('are counted by the town of the address, small ones hidden, and opened to their people', async () => {
    const t = await aRegister();
    await expect(t.client.reports.summary({ ...period, plan })).rejects.toMatchObject({
      code: 'unknown_code',
    });
    await t.client.areaMaps.save({ areas: drawn });
    const { tables, groupNames } = await t.client.reports.summary({ ...period, plan });
    expect(tables[0]?.rows).toEqual([
      { code: 'area1', cells: [12] },
      { code: 'area2', cells: [9] },
      { code: 'elsewhere', cells: [7] },
      { code: 'unknown', cells: [8] },
      { code: 'all', cells: [36] },
    ]);
    expect(groupNames).toEqual({ area1: 'Torino', area2: 'Cintura' });
    const { people } = await t.client.figures.open({ period, plan, place: { area: 'area2' } });
    expect(people).toHaveLength(9);
    const [torino, cintura] = drawn;
    const finer = [torino, { name: 'Moncalieri', towns: ['Moncalieri'] }].flatMap(
      (one) => one ?? [],
    );
    await t.client.areaMaps.save({
      areas: [...finer, { name: 'Est', towns: cintura?.towns.slice(1) ?? [] }],
    });
    const fine = await t.client.reports.summary({ ...period, plan });
    const east = fine.tables[0]?.rows.find(({ code }) => code === 'area3');
    expect(east?.cells).toEqual([null]);
  });

  test('stand still from the first report that used them, also against the database', async () => {
    const t = await aRegister();
    await t.client.areaMaps.save({ areas: drawn });
    await t.client.releases.send({ period, plan, recipient: 'Comune', language: 'it' });
    expect((await t.client.reportPlans.offer({})).areas.frozenOn).toBe('2026-11-21');
    await expect(t.client.areaMaps.save({ areas: drawn.slice(1) })).rejects.toMatchObject({
      code: 'map_in_use',
    });
    const sent = (await t.client.releases.list({})).items[0];
    const bytes = await t.saved((grant) =>
      t.client.releases.saveFile({ id: sent?.id ?? '', format: 'csv', grant }),
    );
    const csv = new TextDecoder().decode(bytes);
    expect(csv).toContain('Cintura;9');
    expect(csv).toContain('Altrove;7');
    expect(csv).not.toContain('Moncalieri');
  });
});
