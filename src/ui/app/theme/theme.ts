import {
  type CSSVariablesResolver,
  createTheme,
  defaultCssVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
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
];

const terracotta: MantineColorsTuple = [
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
];

const brick: MantineColorsTuple = [
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
];

const fonts = [
  "'Source Sans 3 Variable'",
  "'Noto Sans Arabic Variable'",
  "'Noto Sans Ethiopic Variable'",
  "'Noto Sans Bengali Variable'",
  'system-ui',
  'sans-serif',
].join(', ');

// react-remove-scroll would add a <style> element, which the content security policy refuses.
const quietOverlay = {
  lockScroll: false,
  transitionProps: { duration: 120 },
  // A dialog's <header> would count as a second banner of the page.
  attributes: { header: { role: 'presentation' } },
};
const dialogTitle = { title: { fontSize: 'var(--mantine-font-size-xl)', fontWeight: 650 } };

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 8,
  colors: { petrol, terracotta, red: brick },
  white: '#ffffff',
  black: '#1d2a2c',
  fontFamily: fonts,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  headings: {
    fontFamily: fonts,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    InputWrapper: {
      // Below the field, so that fields side by side stay on one line.
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: {
        description: {
          fontSize: 'var(--mantine-font-size-sm)',
          color: 'var(--mantine-color-dimmed)',
        },
        error: { fontSize: 'var(--mantine-font-size-sm)' },
      },
    },
    // A phone number in an Arabic page is typed and read from left to right.
    TextInput: { defaultProps: { dir: 'auto' } },
    Textarea: { defaultProps: { dir: 'auto' } },
    // Read politely; errors say role="alert" themselves.
    Alert: { defaultProps: { role: 'status' } },
    Modal: {
      defaultProps: { ...quietOverlay, centered: true, padding: 'lg' },
      styles: dialogTitle,
    },
    Drawer: {
      defaultProps: {
        ...quietOverlay,
        // Stands at the end of the line in every language, and would slide in from the wrong side in one of them.
        transitionProps: { ...quietOverlay.transitionProps, transition: 'fade' },
        position: 'right',
        padding: 'lg',
      },
      styles: dialogTitle,
    },
    Fieldset: {
      styles: {
        legend: { fontSize: 'var(--mantine-font-size-md)', fontWeight: 650, padding: 0 },
      },
    },
    // Who walks through a form by keyboard wants to pass a list without opening it.
    Select: { defaultProps: { maxDropdownHeight: 260, openOnFocus: false } },
    MultiSelect: { defaultProps: { maxDropdownHeight: 260, openOnFocus: false } },
    Tooltip: { defaultProps: { openDelay: 250, withArrow: true } },
  },
});

/** Text colours with at least 4.5:1 on paper and on the page, field borders with at least 3:1. */
export const resolveThemeVariables: CSSVariablesResolver = (merged) => {
  const resolved = defaultCssVariablesResolver(merged);
  return {
    ...resolved,
    light: {
      ...resolved.light,
      '--mantine-color-body': '#ffffff',
      '--mantine-color-text': '#1d2a2c',
      '--mantine-color-dimmed': '#536063',
      '--mantine-color-placeholder': '#636e71',
      '--mantine-color-error': '#a92c23',
      '--mantine-color-default-border': '#928a7d',
      '--mantine-color-anchor': '#0f5257',
      '--approdo-page': '#faf7f2',
      '--approdo-line': '#e4dccf',
      '--approdo-sand': '#f3ebdd',
      '--approdo-sand-strong': '#e7d9c1',
      '--approdo-rail': '#0c4347',
      '--approdo-accent': '#b85a26',
      '--approdo-ink-soft': '#536063',
    },
    dark: {},
  };
};
