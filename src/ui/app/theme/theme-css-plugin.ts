import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { darkColours, lightColours, moreContrast } from './looks.ts';
import { darkPalettes, lightPalettes, type Palettes } from './palettes.ts';
import { theme } from './theme.ts';

const id = 'virtual:approdo-theme.css';

/** Colours of the component library that no part of the program has. */
const UNUSED = /^--mantine-color-(?:dark|pink|grape|violet|indigo|cyan|lime|orange|green)-/;

type Variables = Record<string, string>;

function variablesOf({ white, black, ...colors }: Palettes, own: Variables): Variables {
  const merged = mergeMantineTheme(mergeMantineTheme(DEFAULT_THEME, theme), {
    colors,
    white,
    black,
  });
  const { variables, light } = defaultCssVariablesResolver(merged);
  const used = Object.entries({ ...variables, ...light }).filter(([name]) => !UNUSED.test(name));
  return { ...Object.fromEntries(used), ...own };
}

function without(same: Variables, variables: Variables): Variables {
  const entries = Object.entries(variables).filter(([name, value]) => same[name] !== value);
  return Object.fromEntries(entries);
}

function rule(selector: string, variables: Variables): string {
  const lines = Object.entries(variables).map(([name, value]) => `${name}:${value};`);
  return `${selector}{${lines.join('')}}`;
}

/** What is asked of the page: by the computer, or by somebody who works at it (electron/host/appearance.ts). */
const ROOT = ':root';
const ASKED_FOR_MORE = ':root[data-contrast="more"]';
const DARK = '@media screen and (prefers-color-scheme: dark)';
const MORE = '@media (prefers-contrast: more)';

/** Paper is light whatever the screen is; who sees better with more contrast does so on paper too. */
function themeSheet(): string {
  const light = variablesOf(lightPalettes, lightColours);
  const allDark = variablesOf(darkPalettes, darkColours);
  const dark = without(light, allDark);
  // What more contrast changes on light ground, it changes on dark ground too, or leaves as dark has it.
  const kept = Object.keys(moreContrast.light).map((name) => [name, allDark[name] ?? '']);
  const darkContrast = { ...Object.fromEntries(kept), ...moreContrast.dark };
  return [
    `${ROOT}{color-scheme:light}`,
    rule(ROOT, light),
    rule(ASKED_FOR_MORE, moreContrast.light),
    `${MORE}{${rule(ROOT, moreContrast.light)}}`,
    `${DARK}{${ROOT}{color-scheme:dark}${rule(ROOT, dark)}${rule(ASKED_FOR_MORE, darkContrast)}}`,
    `${DARK} and (prefers-contrast: more){${rule(ROOT, darkContrast)}}`,
  ].join('\n');
}

/**
 * Writes the theme's CSS variables into the built style sheet. Mantine would put them into a <style>
 * element at run time, which the page's content security policy refuses.
 */
export function themeCss(): Plugin {
  return {
    name: 'approdo-theme-css',
    // Small fonts would become data: addresses, which the policy refuses as well.
    config: () => ({ build: { assetsInlineLimit: 0 } }),
    resolveId: (source) => (source === id ? id : undefined),
    load: (source) => (source === id ? themeSheet() : undefined),
  };
}
