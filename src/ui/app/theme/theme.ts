import { createTheme } from '@mantine/core';
import { lightPalettes } from './palettes.ts';

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

const { white, black, ...colors } = lightPalettes;

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 8,
  colors,
  white,
  black,
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
