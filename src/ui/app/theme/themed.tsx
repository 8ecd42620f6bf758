import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { steadyColorScheme } from './steady-color-scheme.ts';
import { theme } from './theme.ts';

/**
 * Everything in it looks as the theme says. Every <style> element Mantine could add is refused by the content
 * security policy: the variables and classes are part of the built style sheet.
 */
export function Themed({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      colorSchemeManager={steadyColorScheme}
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
