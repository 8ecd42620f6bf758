/*
 * Which language stands beside Italian on a document for somebody. Fixed texts exist in fewer languages than
 * people speak, and what somebody signs they must be able to read or have read to them (Art. 12 GDPR: in an
 * intelligible form). So first the one they asked papers to be in, then the language it is explained in, the
 * mother tongue, and what they speak well; and where nothing fits, that is said, because an interpreter has to be
 * found before the signature.
 */
import type { PersonDetails } from '../people/person.ts';

export type SpokenLanguage = PersonDetails['languages'][number];

/** As documents are listed: their language, and those of the register whose speakers read it. */
interface DocumentLanguage {
  language: string;
  registerLanguages: readonly string[];
}

export interface ProposedLanguage {
  /** Of the document; Italian alone where nothing else fits. */
  language: string;
  /** The person's own, of the register, when no document is in it. */
  lacking?: string;
}

const ITALIAN = 'it';
const rank = ({ level, needsInterpreter }: SpokenLanguage): number => {
  if (level === 'native') return 0;
  if (needsInterpreter) return 1;
  return level === 'good' ? 2 : 3;
};

export function proposedLanguage(
  available: readonly DocumentLanguage[],
  spoken: readonly SpokenLanguage[],
  interpretedIn?: string,
): ProposedLanguage {
  const own = spoken.filter(({ level, needsInterpreter }) => level !== 'none' || needsInterpreter);
  // Somebody who is spoken to in Bambara may read French alone.
  const wished = spoken.find(({ forPapers }) => forPapers)?.language;
  const codes = [
    ...(wished === undefined ? [] : [wished]),
    ...(interpretedIn === undefined ? [] : [interpretedIn]),
    ...own.toSorted((a, b) => rank(a) - rank(b)).map(({ language }) => language),
  ];
  const [first] = codes;
  for (const code of codes) {
    const found = available.find(({ registerLanguages }) => registerLanguages.includes(code));
    if (found) return { language: found.language, ...(code === first ? {} : { lacking: first }) };
  }
  return { language: ITALIAN, ...(first === undefined ? {} : { lacking: first }) };
}
