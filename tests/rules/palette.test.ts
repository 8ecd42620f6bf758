import { expect, test } from 'vitest';
import { parts, places } from '#ui/features/palette/places.ts';
import { everyRoute } from '../support/addresses.ts';

test('every page without an id in its address can be gone to by typing its name', () => {
  const pages = everyRoute().filter((path) => !path.includes('$'));
  expect(pages.length).toBeGreaterThan(20);
  expect(places.map(({ to }) => to as string).sort()).toEqual(pages.sort());
});

test('every part of a case file, too', () => {
  const inside = everyRoute().filter((path) => /^\/people\/\$personId(\/[a-z]+)?$/.test(path));
  // What is done with a file and not read in it has its button there.
  const asked = inside.filter((path) => !path.endsWith('/privacy'));
  expect(asked.length).toBeGreaterThan(8);
  expect(parts.map(({ to }) => to as string).sort()).toEqual(asked.sort());
});
