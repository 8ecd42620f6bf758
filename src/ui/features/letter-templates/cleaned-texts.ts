import type { LetterText, OwnTexts } from '#domain/letters/letter-template.ts';

/** Lines and paragraphs that are still empty are none. */
export const cleaned = (text: LetterText): LetterText => ({
  ...text,
  paragraphs: text.paragraphs.filter((one) => one.text.trim() !== ''),
  attachments: text.attachments.filter((line) => line.trim() !== ''),
});

export const cleanedTexts = ({ it, en, fr }: OwnTexts): OwnTexts => ({
  it: cleaned(it),
  ...(en ? { en: cleaned(en) } : {}),
  ...(fr ? { fr: cleaned(fr) } : {}),
});
