/** Measures are in points: A4 is 595.28 by 841.89. */
export const theme = {
  accent: '#0F5257',
  ink: '#1B1F23',
  muted: '#5A6570',
  hairline: '#C9D1D6',
  tint: '#F2F6F6',
  watermark: '#E4E8EA',
  page: { width: 595.28, height: 841.89, start: 56, end: 56, top: 48, bottom: 62 },
  size: { body: 10, lead: 11, small: 8.5, footer: 7.5, label: 8.5, letterhead: 14, copied: 15 },
  heading: {
    1: { size: 16, above: 10, below: 6 },
    2: { size: 12, above: 12, below: 4 },
    3: { size: 10.5, above: 8, below: 3 },
  },
  paragraphGap: 6,
  blockGap: 8,
} as const;

export const contentWidth = theme.page.width - theme.page.start - theme.page.end;
