/*
 * The privacy notice in layers (Art. 12 and 13 GDPR): questions and short answers that can be read aloud, in
 * the person's language; below, in Italian, the legal grounds for whoever wants them. The place to sign says
 * that it was received, which is no consent.
 */
import type { NoticeText } from '#domain/documents/notice-text.ts';
import type { Block } from '#typesetting/document.ts';
import {
  type DocumentSetting,
  signatureField,
  signedAt,
  titledDocument,
} from '../documents/titled-document.ts';
import { beside, unbroken } from '../documents/voice.ts';
import type { FormPerson } from './form-document.ts';

const QUESTIONS = [
  'who',
  'what',
  'why',
  'whoSees',
  'whoGets',
  'how',
  'howLong',
  'rights',
  'complain',
] as const;

function furtherLayer({ association, texts }: DocumentSetting, { version }: NoticeText): Block[] {
  const say = (key: string, values = {}) => texts.say(`noticeMore.${key}`, values);
  return [
    { type: 'rule' },
    { type: 'paragraph', text: [{ text: say('title'), bold: true }] },
    ...[
      [say('controller', { association: association.name }), say('version', { version })],
      [say('bases'), say('origin'), say('rights')],
    ].map((parts): Block => ({ type: 'paragraph', style: 'small', text: parts.join(' ') })),
  ];
}

export function privacyNoticeForm(
  person: FormPerson,
  setting: DocumentSetting,
  notice: NoticeText,
) {
  const { voice, association } = setting;
  const { name, email, phone, pec } = association;
  const reached = [phone && unbroken(phone), email ?? pec].filter((one) => one !== undefined);
  const contact = reached.length > 0 ? reached : [name];
  const blocks: Block[] = [
    ...beside(voice, (words) =>
      QUESTIONS.map((question) => ({
        type: 'paragraph',
        text: [
          { text: `${words.say(`notice.${question}`)}\n`, bold: true },
          {
            text: words.say(
              `notice.${question}Text`,
              question === 'who' ? { association: name } : {},
            ),
          },
        ],
      })),
    ),
    ...beside(voice, (words) => [
      { type: 'paragraph', text: words.say('notice.contact', { contact }) },
    ]),
    {
      type: 'keepTogether',
      blocks: [
        ...furtherLayer(setting, notice),
        ...beside(voice, (words) => [
          {
            type: 'checklist',
            items: [{ checked: false, text: words.say('notice.received') }],
          },
        ]),
        signedAt(voice, [
          signatureField(voice, 'role.person', person.name),
          ...(person.isMinor ? [signatureField(voice, 'role.guardian', person.guardian)] : []),
        ]),
      ],
    },
  ];
  return titledDocument(
    setting,
    { title: 'notice.title', foot: [person.caseNumber, notice.version] },
    blocks,
  );
}
