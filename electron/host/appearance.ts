/*
 * Light or dark, and how much contrast: chosen for this computer and not for a person, because the door has to look
 * so too. The colours themselves are the page's (src/ui/app/theme), which Chromium asks for one or the other.
 */
import { nativeTheme } from 'electron';
import type { StartPage } from './page-files.ts';
import type { PreferenceStore } from './preferences.ts';

/** Of the page itself (looks.ts): the window stands before the page does, and must not flash. */
const PAGE = { light: '#faf7f2', dark: '#101b1c' };

export function applyColours(preferences: PreferenceStore): void {
  nativeTheme.themeSource = preferences.read().colours;
}

export function windowColour(): string {
  return nativeTheme.shouldUseDarkColors ? PAGE.dark : PAGE.light;
}

/** Calls at once whenever the window has to be of another colour, also when the computer changes at nightfall. */
export function onWindowColour(change: (colour: string) => void): void {
  nativeTheme.on('updated', () => change(windowColour()));
}

/** The page of a start as it is served, told whether more contrast was asked for. */
export function inContrast(page: StartPage, preferences: PreferenceStore): StartPage {
  if (!preferences.read().moreContrast) return page;
  return {
    ...page,
    fill: (html) => page.fill(html).replace('<html ', '<html data-contrast="more" '),
  };
}
