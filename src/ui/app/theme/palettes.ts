/*
 * The colours of the program, from the ground (0) to the ink (9) of each. Dark is not another set of rules: the same
 * ten places are filled the other way round, so that whatever is tinted, filled or written stays so in both.
 */
import { DEFAULT_THEME, type MantineColorsTuple } from '@mantine/core';

export interface Palettes {
  petrol: MantineColorsTuple;
  terracotta: MantineColorsTuple;
  red: MantineColorsTuple;
  gray: MantineColorsTuple;
  yellow: MantineColorsTuple;
  /** Of fields and cards, and what is written on a filled button. */
  white: string;
  /** Of text. */
  black: string;
}

export const lightPalettes: Palettes = {
  petrol: [
    '#eef6f6',
    '#d9e9ea',
    '#b0d1d3',
    '#84b8bb',
    '#5fa2a6',
    '#478f94',
    '#2f7c82',
    '#1a666c',
    '#0f5257',
    '#0a3e42',
  ],
  terracotta: [
    '#fdf2ec',
    '#f6e2d6',
    '#ecc3aa',
    '#e2a27c',
    '#d98655',
    '#d2733c',
    '#b85a26',
    '#9c4a1d',
    '#7f3c18',
    '#652f12',
  ],
  red: [
    '#fdf0ef',
    '#f8dedb',
    '#efbcb6',
    '#e4958d',
    '#d96f65',
    '#cc4f44',
    '#bd3a30',
    '#a92c23',
    '#8f231c',
    '#731b15',
  ],
  gray: DEFAULT_THEME.colors.gray,
  yellow: DEFAULT_THEME.colors.yellow,
  white: '#ffffff',
  black: '#1d2a2c',
};

export const darkPalettes: Palettes = {
  petrol: [
    '#16302f',
    '#1a3a3b',
    '#22494b',
    '#2d5f62',
    '#3c7a7e',
    '#55999d',
    '#74b3b7',
    '#8fc8cb',
    '#a4d6d9',
    '#c9eaec',
  ],
  terracotta: [
    '#2c1d14',
    '#3d2819',
    '#553620',
    '#7a4a29',
    '#a06035',
    '#c67c48',
    '#e29a68',
    '#ecb289',
    '#f2c6a6',
    '#f8dcc8',
  ],
  red: [
    '#2f1a18',
    '#45211e',
    '#652e2a',
    '#8a3d36',
    '#b2534a',
    '#d5736a',
    '#e8918a',
    '#f0aaa4',
    '#f4bfba',
    '#f9d9d6',
  ],
  gray: [
    '#1d2a2b',
    '#233132',
    '#2b3a3b',
    '#374849',
    '#4c5e5f',
    '#748687',
    '#94a5a6',
    '#b0bebf',
    '#cbd5d5',
    '#e6ecec',
  ],
  yellow: [
    '#2b230f',
    '#3a2f12',
    '#544317',
    '#755d1d',
    '#9a7a25',
    '#bf9a36',
    '#d8b658',
    '#e6c97a',
    '#efd89c',
    '#f7e8c4',
  ],
  white: '#182526',
  black: '#e7eeee',
};
