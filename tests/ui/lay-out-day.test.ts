import { describe, expect, test } from 'vitest';
import { layOutDay } from '#ui/features/appointments/lay-out-day.ts';

const at = (id: string, start: string, minutes: number) => ({ id, start, minutes });
const shape = (events: ReturnType<typeof at>[]) =>
  layOutDay(events).map(({ id, column, columns }) => `${id} ${column + 1}/${columns}`);

describe('a day of the calendar', () => {
  test('gives the whole width to what stands alone', () => {
    expect(shape([at('b', '11:00', 60), at('a', '10:00', 60)])).toEqual(['a 1/1', 'b 1/1']);
  });

  test('shares the width among what overlaps, and uses a column again when it is free', () => {
    expect(shape([at('a', '09:00', 120), at('b', '09:30', 30), at('c', '10:00', 60)])).toEqual([
      'a 1/2',
      'b 2/2',
      'c 2/2',
    ]);
    expect(shape([at('a', '09:00', 60), at('b', '09:00', 60), at('c', '09:00', 60)])).toEqual([
      'a 1/3',
      'b 2/3',
      'c 3/3',
    ]);
  });

  test('places by the hour: 8 at the top, 20 at the bottom', () => {
    const [morning, noon] = layOutDay([at('a', '08:00', 60), at('b', '14:00', 360)]);
    expect(morning).toMatchObject({ top: 0, height: 1 / 12 });
    expect(noon).toMatchObject({ top: 0.5, height: 0.5 });
  });

  test('keeps in sight what is too short, too early or too late', () => {
    for (const event of [at('a', '05:00', 15), at('b', '23:30', 30), at('c', '19:50', 120)]) {
      const [placed] = layOutDay([event]);
      expect(placed?.top).toBeGreaterThanOrEqual(0);
      expect(placed?.height).toBeGreaterThanOrEqual(30 / 720);
      expect((placed?.top ?? 0) + (placed?.height ?? 0)).toBeLessThanOrEqual(1.000001);
    }
  });
});
