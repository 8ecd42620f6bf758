import type { MantineColorSchemeManager } from '@mantine/core';

/** One scheme, kept nowhere: Mantine's own manager would write to the page's local storage. */
export const steadyColorScheme: MantineColorSchemeManager = {
  get: () => 'light',
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
