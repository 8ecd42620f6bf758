/*
 * Names, numbers and places of another script inside a line. Without a wall around it "via Nizza 97" turns into
 * "97 via Nizza" in an Arabic line, and the number of a permit changes places with the word beside it.
 */
import i18next from 'i18next';

/** "First strong isolate" and its end (Unicode UAX #9): what is between takes its direction from itself. */
const [START, END] = ['\u2068', '\u2069'];
/** What has walls inside was put together here and reads as the page does; alone it would look empty to START. */
const START_OF_SENTENCE = '\u2067';

const isRightToLeft = () => i18next.isInitialized && i18next.dir() === 'rtl';

/** Only in a page from right to left: in the others a line is read as it was written. */
export function isolate(text: string): string {
  if (!isRightToLeft()) return text;
  return (text.includes(END) ? START_OF_SENTENCE : START) + text + END;
}

type Part = string | number | false | null | undefined;

const knownOf = (parts: readonly Part[]) =>
  parts.flatMap((part) => (part || part === 0 ? [isolate(String(part))] : []));

/** Facts beside each other; those that are not known leave no gap. */
export function inOneLine(parts: readonly Part[]): string {
  return knownOf(parts).join(' · ');
}

/** Things of one kind, with the comma of the language of the page. */
export function listed(parts: readonly Part[]): string {
  return knownOf(parts).join(isRightToLeft() ? '، ' : ', ');
}
