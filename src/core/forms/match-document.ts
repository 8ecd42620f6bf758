/*
 * A match on paper: the reasons with their points as they stood that day, the talk about what to expect, the
 * consents, and that a person decided it. The last is what makes it lawful (Art. 22 GDPR: nobody is subject to a
 * decision made by a program alone), so the paper says it in words and has a place to sign for it.
 */
import type { MatchReason } from '#api/matches.ts';
import type { Block } from '#typesetting/document.ts';
import { framed } from '../documents/frame.ts';
import type { Texts } from '../documents/texts.ts';
import type { DocumentSetting } from '../documents/titled-document.ts';
import type { MatchContents } from '../matches/match-contents.ts';
import type { FormPerson } from './form-document.ts';

type Contents = MatchContents & { person: FormPerson };

function reasonRow({ kind, points, about }: MatchReason, texts: Texts) {
  const words = kind === 'language' ? about.map((one) => texts.languageName(one)) : about;
  const why = texts.say(`match.reasons.${kind}`, { about: words.join(', ') });
  return [why, `+${points}`];
}

function reasonBlocks({ match: { reasons } }: Contents, texts: Texts): Block[] {
  if (reasons.length === 0) return [{ type: 'paragraph', text: texts.say('match.noReasons') }];
  const sum = reasons.reduce((all, { points }) => all + points, 0);
  return [
    {
      type: 'table',
      headerRows: 1,
      columns: [
        { header: texts.say('match.reason'), width: 0.78 },
        { header: texts.say('match.points'), width: 0.22, align: 'end' },
      ],
      rows: [
        ...reasons.map((one) => reasonRow(one, texts)),
        [[{ text: texts.say('match.all'), bold: true }], [{ text: String(sum), bold: true }]],
      ],
    },
  ];
}

function factRows({ person, match, programmeName }: Contents, texts: Texts) {
  const rows: [string, string | undefined][] = [
    ['who', person.name],
    ['birth', person.birth],
    ['programme', programmeName],
    ['place', match.placeName],
    ['town', match.town],
    ['arrivedOn', match.arrivedOn && texts.date(match.arrivedOn)],
    ['endedOn', match.endedOn && texts.date(match.endedOn)],
  ];
  return rows.flatMap(([key, value]) =>
    value ? [{ label: texts.say(`match.${key}`), value }] : [],
  );
}

/** Who decided and when, above all else that is said of it. */
function decisionBlocks({ match }: Contents, texts: Texts): Block[] {
  const { decidedOn, decidedBy, talkOn, talkBy, talkNote, consentOn, hostAgreedOn } = match;
  const date = texts.date(decidedOn);
  const lines = [
    decidedBy
      ? texts.say('match.decidedBy', { name: decidedBy, date })
      : texts.say('match.decidedOn', { date }),
    texts.say('match.talk', { date: texts.date(talkOn) }),
    ...(talkBy ? [texts.say('match.talkBy', { name: talkBy })] : []),
    ...(talkNote ? [texts.say('match.talkNote', { words: talkNote })] : []),
    texts.say('match.consent', { date: texts.date(consentOn) }),
    ...(hostAgreedOn ? [texts.say('match.hostAgreed', { date: texts.date(hostAgreedOn) })] : []),
  ];
  return [
    {
      type: 'box',
      title: texts.say('match.human'),
      blocks: [
        { type: 'paragraph', text: texts.say('match.notAutomatic') },
        { type: 'list', ordered: false, items: lines },
      ],
    },
  ];
}

export function matchDocument(contents: Contents, setting: DocumentSetting) {
  const { texts, association, isDemo } = setting;
  const { person, match } = contents;
  const blocks: Block[] = [
    { type: 'heading', level: 1, text: texts.say('match.title') },
    { type: 'facts', columns: 2, rows: factRows(contents, texts) },
    ...decisionBlocks(contents, texts),
    { type: 'heading', level: 2, text: texts.say('match.why') },
    ...reasonBlocks(contents, texts),
    { type: 'paragraph', style: 'small', text: texts.say('match.contest') },
    {
      type: 'signatures',
      placeAndDate: texts.say('plan.signPlaceAndDate'),
      fields: [
        {
          role: texts.say('match.signedDecider'),
          ...(match.decidedBy ? { name: match.decidedBy } : {}),
        },
        { role: texts.say('match.signedPerson'), name: person.name },
        { role: texts.say('match.signedPlace'), name: match.placeName },
      ],
    },
  ];
  return framed(
    {
      language: texts.language,
      title: texts.say('match.title'),
      association,
      texts,
      isDemo,
      foot: [person.caseNumber],
    },
    blocks,
  );
}
