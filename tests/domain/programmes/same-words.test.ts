import { expect, test } from 'vitest';
import { sameWords } from '#domain/programmes/same-words.ts';

const areSame = (place: string, seeker: string) => {
  const stands = sameWords([place], [seeker]);
  return stands(place) === stands(seeker);
};

test.each([
  ['Torino', ' TORINO'],
  ['Forlì', 'forli'],
  ['Asmara', 'Asmera'],
  ['Addis Abeba', 'addis ababa'],
  ['Torino', 'تورينو'],
  ['Kyiv', 'Київ'],
  ['Sant’Antimo', "Sant'Antimo"],
  ['infermiera', 'Infermiere'],
])('%s and %s are the same', (place, seeker) => {
  expect(areSame(place, seeker)).toBe(true);
});

test.each([
  ['Taranto', 'Trento'],
  ['Como', 'Roma'],
  ['Pisa', 'Prato'],
  ['Reggio Emilia', 'Reggio Calabria'],
  ['Milano', 'Merano'],
  ['Lecce', 'Lecco'],
])('%s and %s are two places', (place, seeker) => {
  expect(areSame(place, seeker)).toBe(false);
});

test('a word goes with the nearest, whatever the order', () => {
  const stands = sameWords(['Asmara', 'Asmera'], ['asmera']);
  expect(stands('asmera')).toBe(stands('Asmara'));
});
