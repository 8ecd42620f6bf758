/** What the program looks like on this computer; `system`: as the computer itself is set. */
export const screenColours = ['system', 'light', 'dark'] as const;
export type ScreenColours = (typeof screenColours)[number];
