/*
 * Consent on paper, a sheet for each purpose: what for, who receives which data, until when, and that a no
 * costs nothing (Art. 7 GDPR). Several purposes under one signature would be no consent to any of them. For a
 * child the parent or guardian signs, and what the child thinks is written down (UN Convention on the Rights
 * of the Child, Art. 12). Nothing is ticked beforehand: the person ticks.
 */
import { childStances } from '#domain/consents/consent.ts';
import type { Block } from '#typesetting/document.ts';
import {
  type DocumentSetting,
  facts,
  signatureField,
  signedAt,
  titledDocument,
} from '../documents/titled-document.ts';
import { asWritten, beside, heading, label, lines, paragraph } from '../documents/voice.ts';
import { type FormPerson, whoRows } from './form-document.ts';

export interface ConsentContents {
  person: FormPerson;
  purpose: string;
  recipient?: string | undefined;
  dataCategories: string[];
  expiresOn?: string | undefined;
  scope?: string | undefined;
  interpreter?: string | undefined;
  interpretedIn?: string | undefined;
  giver?: string | undefined;
  childWords?: string | undefined;
}

function minorBlocks({ childWords }: ConsentContents, { voice }: DocumentSetting): Block[] {
  return [
    ...paragraph(voice, 'consent.minor'),
    ...heading(voice, 'consent.childOpinion', 3),
    ...beside(voice, (words) =>
      childStances.map((stance) => ({
        type: 'checklist',
        items: [{ checked: false, text: words.say(`stance.${stance}`) }],
      })),
    ),
    ...(childWords
      ? asWritten(voice, [{ type: 'paragraph', style: 'quote', text: `«${childWords}»` }])
      : [
          {
            type: 'blanks' as const,
            rows: [{ label: label(voice, 'consent.childWords'), lines: 2 }],
          },
        ]),
  ];
}

function interpretation(contents: ConsentContents, { voice, texts }: DocumentSetting): Block[] {
  const { interpreter, interpretedIn } = contents;
  if (!interpreter || !interpretedIn) return [];
  return beside(voice, (words) => [
    {
      type: 'paragraph',
      text: words.say('common.interpreted', {
        language: words.languageName(interpretedIn) ?? texts.languageName(interpretedIn),
        interpreter,
      }),
    },
  ]);
}

export function consentForm(contents: ConsentContents, setting: DocumentSetting) {
  const { voice } = setting;
  const { person, purpose, recipient, dataCategories, expiresOn, scope, interpreter, giver } =
    contents;
  const purposeText = lines(voice, (words) => words.say(`purpose.${purpose}`));
  const blocks: Block[] = [
    facts(voice, [
      ...whoRows(person),
      [
        'consent.purposes',
        (typeof purposeText === 'string' ? [{ text: purposeText }] : purposeText).map((run) => ({
          ...run,
          bold: true,
        })),
      ],
      ['consent.recipient', recipient],
      [
        'consent.data',
        dataCategories.length > 0 &&
          lines(voice, (words) =>
            dataCategories.map((one) => words.say(`data.${one}`)).join(' · '),
          ),
      ],
      ['consent.until', expiresOn],
    ]),
    ...(scope ? asWritten(voice, [{ type: 'paragraph', style: 'quote', text: scope }]) : []),
    { type: 'space', points: 4 },
    ...beside(voice, (words) => [
      { type: 'paragraph', text: words.say('consent.free') },
      { type: 'paragraph', text: words.say('consent.withdraw') },
    ]),
    ...(person.isMinor ? minorBlocks(contents, setting) : []),
    {
      type: 'keepTogether',
      blocks: [
        ...beside(voice, (words) =>
          ['consent.agree', 'consent.refuse'].map((key) => ({
            type: 'checklist',
            items: [{ checked: false, text: [{ text: words.say(key), bold: true }] }],
          })),
        ),
        ...interpretation(contents, setting),
        signedAt(voice, [
          signatureField(voice, 'role.person', person.name),
          ...(person.isMinor || giver
            ? [signatureField(voice, 'role.guardian', giver ?? person.guardian)]
            : []),
          ...(interpreter ? [signatureField(voice, 'role.mediator', interpreter)] : []),
          signatureField(voice, 'consent.witness'),
        ]),
      ],
    },
  ];
  return titledDocument(setting, { title: 'consent.title', foot: [person.caseNumber] }, blocks);
}
