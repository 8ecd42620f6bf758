import { TypesettingError } from './typesetting-error.ts';

/** Measures are in points: A4 is 595.28 by 841.89. */
export const page = { width: 595.28, height: 841.89, start: 56, end: 56, top: 48, bottom: 62 };

export const contentWidth = page.width - page.start - page.end;

export const watermarkColor = '#E4E8EA';

const colors = {
  accent: '#0F5257',
  ink: '#1B1F23',
  muted: '#5A6570',
  hairline: '#C9D1D6',
  tint: '#F2F6F6',
} as const;

const sizes = {
  body: 10,
  lead: 11,
  small: 8.5,
  footer: 7.5,
  label: 8.5,
  letterhead: 14,
  copied: 15,
} as const;

const headings = {
  1: { size: 16, above: 10, below: 6 },
  2: { size: 12, above: 12, below: 4 },
  3: { size: 10.5, above: 8, below: 3 },
} as const;

type Heading = Record<'size' | 'above' | 'below', number>;

export interface Theme extends Record<keyof typeof colors, string> {
  size: Record<keyof typeof sizes, number>;
  heading: Record<1 | 2 | 3, Heading>;
  paragraphGap: number;
  blockGap: number;
}

/** Read without glasses, at arm's length. */
const largeScale = 1.4;

/** As small as may be already. */
const SMALL: readonly string[] = ['small', 'label'];

/** How much closer, in steps: first the white between things, then the letters, never below nine points. */
const closer = [
  { letters: 1, gaps: 1 },
  { letters: 0.97, gaps: 0.7 },
  { letters: 0.9, gaps: 0.4 },
] as const;

export type Closeness = 0 | 1 | 2;

export interface ThemeChoice {
  accent?: string | undefined;
  textSize?: 'normal' | 'large' | undefined;
  closeness?: Closeness;
}

/** Errors: bad_color. */
export function themeOf({ accent, textSize, closeness = 0 }: ThemeChoice = {}): Theme {
  const { letters, gaps } = closer[closeness];
  const base = textSize === 'large' ? largeScale : 1;
  const scale = base * letters;
  const gap = base * gaps;
  const scaled = ({ size, above, below }: Heading): Heading => ({
    size: size * scale,
    above: above * gap,
    below: below * gap,
  });
  const size = Object.fromEntries(
    Object.entries(sizes).map(([name, points]) => [
      name,
      name === 'footer' ? points : points * (SMALL.includes(name) ? base : scale),
    ]),
  ) as Theme['size'];
  return {
    ...colors,
    ...(accent !== undefined && { accent: readable(accent) }),
    size,
    heading: { 1: scaled(headings[1]), 2: scaled(headings[2]), 3: scaled(headings[3]) },
    paragraphGap: 6 * gap,
    blockGap: 8 * gap,
  };
}

/** WCAG 2.2, 1.4.3: text of this size must differ from its ground by 4.5 to 1. */
const leastContrast = 4.5;

/** An association's colour, darkened as far as words in it need to be read on white. */
function readable(color: string): string {
  if (!/^#[\da-f]{6}$/i.test(color)) throw new TypesettingError('bad_color', 'not #RRGGBB');
  let channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  while (1.05 / (luminanceOf(channels) + 0.05) < leastContrast) {
    channels = channels.map((channel) => Math.floor(channel * 0.95));
  }
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** WCAG 2.2, relative luminance. */
function luminanceOf(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
