/* What somebody who wants harm, or copies from a strange place, could write into any field. */

/** Global that nobody may touch. Each text that runs as code would count it up. */
export const CANARY = 'approdoCanary';
const strike = `window.${CANARY}=1`;

/** Shown as they stand here. Markup carries a mark by which an element made of it would be found. */
export const shownLiterally = [
  `<img data-hostile src=x onerror="${strike}">`,
  `<script data-hostile>${strike}</script>`,
  `"><svg data-hostile onload="${strike}">`,
  `javascript:${strike}//`,
  `</textarea></title><b data-hostile>`,
  '{{7*7}}#{7*7}<%= 7*7 %>[[7*7]]',
  `=HYPERLINK("http://127.0.0.1:9/","${CANARY}")`,
  '+1+cmd|" /C calc"!A0',
  '-2+3',
  '@SUM(1+1)*cmd',
  '../../../../etc/passwd',
  'C:\\Windows\\CON',
  "'; DROP TABLE person; --",
  '<b data-hostile>',
];

/** Signs that begin a formula, as East Asian keyboards write them; no font of the documents has them. */
export const wideFormulas = ['＝1+1', '＋1', '－1', '＠SUM(A1)'];

/** In which something is that no text of the register keeps. */
const cleaned = ['\u202Egnp.exe', 'a\u0000b', 'c\uD800d', '\t=1+1', '\r=1+1', '\u2066x\u2069'];

/** All of them, or those that can be printed. */
export function hostileTexts({ withWide }: { withWide: boolean }): string[] {
  return [...shownLiterally, ...(withWide ? wideFormulas : []), ...cleaned];
}
