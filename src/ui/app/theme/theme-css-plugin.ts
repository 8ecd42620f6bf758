import { convertCssVariables, DEFAULT_THEME, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { resolveThemeVariables, theme } from './theme.ts';

const id = 'virtual:approdo-theme.css';

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
    load: (source) =>
      source === id
        ? convertCssVariables(resolveThemeVariables(mergeMantineTheme(DEFAULT_THEME, theme)))
        : undefined,
  };
}
