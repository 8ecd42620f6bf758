/*
 * Rules for a family that takes somebody in, read together before the first night. They say what protects the
 * guest (documents, keys, no work in return) as plainly as what protects the family, because a guest without
 * another bed will not bring it up.
 */
import type { FormOf } from '#domain/documents/form.ts';
import type { Block } from '#typesetting/document.ts';
import {
  type DocumentSetting,
  facts,
  signatureField,
  signedAt,
  titledDocument,
} from '../documents/titled-document.ts';
import { asWritten, beside, heading, label, unbroken } from '../documents/voice.ts';
import type { FormPerson } from './form-document.ts';

const RULES = 10;
const LAST_RULE = `house.rule${RULES}`;

interface HouseRulesContents {
  person: FormPerson;
  form: FormOf<'houseRules'>;
}

/** How it ends, what else was agreed, and the signatures: nobody signs a page with nothing else on it. */
function signedPart({ person, form }: HouseRulesContents, { voice }: DocumentSetting): Block[] {
  const { host, agreements } = form;
  return [
    ...beside(voice, (words) => [{ type: 'paragraph', text: words.say('house.end') }]),
    ...(agreements
      ? [
          ...heading(voice, 'house.agreed', 3),
          ...asWritten(voice, [{ type: 'paragraph', text: agreements }]),
        ]
      : [{ type: 'blanks' as const, rows: [{ label: label(voice, 'house.agreed'), lines: 2 }] }]),
    signedAt(voice, [
      signatureField(voice, 'house.host', host),
      signatureField(voice, 'house.guest', person.name),
      signatureField(voice, 'role.operator'),
    ]),
  ];
}

export function houseRules({ person, form }: HouseRulesContents, setting: DocumentSetting) {
  const { voice, association, texts } = setting;
  const phone = unbroken(association.phone ?? association.name);
  const { host, from, to } = form;
  const rules = Array.from({ length: RULES }, (_, index) => `house.rule${index + 1}`);
  const blocks: Block[] = [
    ...beside(voice, (words) => [{ type: 'paragraph', text: words.say('house.intro') }]),
    facts(
      voice,
      [
        ['house.host', host || '____________________'],
        ['house.guest', person.name],
        ['house.from', from ? texts.date(from) : '___ / ___ / ______'],
        ['house.to', to ? texts.date(to) : '___ / ___ / ______'],
      ],
      2,
    ),
    ...beside(voice, (words) =>
      rules.map((rule, index) => ({
        type: 'paragraph',
        text: [
          { text: `${index + 1}. `, bold: true },
          { text: words.say(rule, rule === LAST_RULE ? { phone } : {}) },
        ],
      })),
    ),
    { type: 'keepTogether', blocks: signedPart({ person, form }, setting) },
  ];
  return titledDocument(setting, { title: 'house.title' }, blocks);
}
