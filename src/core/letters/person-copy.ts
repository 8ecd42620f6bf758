/*
 * The copy the person keeps: first in plain words to whom the letter goes, what it asks and what it says about
 * them, then the letter word for word. Referral practice wants three copies, one of them with the person
 * (IASC 2017); somebody who does not know what was said about them cannot correct it.
 */
import { fillIfKnown, textIn } from '#domain/letters/letter-template.ts';
import { replyReference } from '#domain/protocol/reply-reference.ts';
import type { Block, TypesetDocument } from '#typesetting/document.ts';
import { type LetterContents, markValues } from './letter-contents.ts';
import { factsBlock, letterBlocks, letterPage } from './letter-document.ts';
import type { LetterTexts } from './letter-texts.ts';

export function personCopy(contents: LetterContents, texts: LetterTexts): TypesetDocument {
  const { addressee, details, facts, protocol, template } = contents;
  const values = markValues(contents, texts);
  const request =
    details.request || fillIfKnown(textIn(template, details.language).request, values) || '';
  const rows = [
    {
      label: texts.say('copyTo'),
      value: [addressee?.name, addressee?.office].filter(Boolean).join(', '),
    },
    ...(protocol ? [{ label: texts.say('copyReference'), value: replyReference(protocol) }] : []),
    { label: texts.say('copyUntil'), value: texts.date(contents.replyBy) },
  ].filter(({ value }) => value !== '');
  const heading = (key: string): Block => ({ type: 'heading', level: 3, text: texts.say(key) });
  const signer = facts.isMinor ? 'copyGuardianSignature' : 'copyPersonSignature';
  return letterPage(contents, texts, [
    { type: 'heading', level: 1, text: texts.say('copyTitle') },
    { type: 'paragraph', style: 'lead', text: texts.say('copyLead') },
    { type: 'facts', columns: 1, rows },
    heading('copyWhy'),
    { type: 'paragraph', text: request },
    heading('copyFacts'),
    factsBlock(contents, texts),
    { type: 'paragraph', text: texts.say('copyConsent') },
    { type: 'paragraph', text: texts.say('copySigned') },
    { type: 'signatures', fields: [{ role: texts.say(signer) }] },
    { type: 'pageBreak' },
    heading('copyInLetter'),
    ...letterBlocks(contents, texts),
  ]);
}
