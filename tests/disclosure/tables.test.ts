import { describe, expect, it } from 'vitest';
import { buildLinkedTables, cellKey, tabulate } from '#disclosure/tables.ts';

const people = [
  { sex: 'F', age: '0-4', status: 'waiting' },
  { sex: 'F', age: '18-59', status: 'refugee' },
  { sex: 'M', age: '18-59', status: 'refugee' },
  { sex: 'M', age: '5-17', status: 'waiting' },
];
const sex = { name: 'sex', categories: ['F', 'M'] };
const age = {
  name: 'age',
  categories: ['0-4', '5-17', '18-59'],
  groups: { children: ['0-4', '5-17'] },
};
const status = { name: 'status', categories: ['waiting', 'refugee'] };
const table = (...dimensions: string[]) => ({
  name: dimensions.join(),
  dimensions,
  counts: tabulate(people, dimensions),
});

describe('linked tables', () => {
  it('gives a cell one key, whatever the order of its dimensions', () => {
    expect(cellKey({ sex: 'F', age: '18-59' })).toBe('age=18-59|sex=F');
    expect(cellKey({})).toBe('ALL');
  });

  it('builds all margins, groups and relations', () => {
    const { cells, relations, tables } = buildLinkedTables({
      dimensions: [sex, age],
      tables: [table('sex', 'age')],
    });
    expect(cells).toMatchObject({
      ALL: 4,
      'sex=F': 2,
      'age=children': 2,
      'age=children|sex=F': 1,
      'age=18-59|sex=M': 1,
      'age=5-17|sex=F': 0,
    });
    expect(Object.keys(cells)).toHaveLength(3 * 5);
    expect(tables['sex,age']).toHaveLength(15);
    expect(relations).toContainEqual({
      total: 'age=children',
      parts: ['age=0-4', 'age=5-17'],
    });
    expect(relations).toContainEqual({ total: 'ALL', parts: ['age=18-59', 'age=children'] });
    for (const { total, parts } of relations) {
      expect(parts.reduce((sum, part) => sum + (cells[part] ?? 0), 0)).toBe(cells[total]);
    }
  });

  it('lets tables of the same people share their margins', () => {
    const { cells, relations } = buildLinkedTables({
      dimensions: [sex, age, status],
      tables: [table('sex', 'age'), table('status', 'sex')],
    });
    expect(Object.keys(cells)).toHaveLength(15 + 9 - 3);
    expect(relations.filter(({ total }) => total === 'sex=F')).toHaveLength(2);
    expect(new Set(relations.map((relation) => JSON.stringify(relation))).size).toBe(
      relations.length,
    );
  });

  it('refuses tables that count different people, strange categories and unusable names', () => {
    const build = (counts: Record<string, number>, dimension = status) =>
      buildLinkedTables({
        dimensions: [sex, dimension],
        tables: [table('sex'), { name: 't', dimensions: ['status'], counts }],
      });
    expect(() => build({ 'status=waiting': 3 })).toThrow('differently');
    expect(() => build({ 'status=nobody': 4 })).toThrow('unknown');
    expect(() => build({}, { name: 'status', categories: ['a|b'] })).toThrow('|');
    expect(() => build({}, { name: 'status', categories: ['a', 'a'] })).toThrow('twice');
  });
});
