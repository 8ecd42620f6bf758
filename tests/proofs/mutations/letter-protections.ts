/* What protects people in letters: who gets one, what may stand in it, and that nothing leaves unseen. */
import { one, type Protection } from './protection.ts';

const PREPARE = 'src/core/letters/prepare-letter.ts';
const CONSENT = 'src/core/consents/letters-to.ts';
const SAFETY = 'tests/core/letters/safety.test.ts';
const PROTOCOL = 'tests/core/letters/protocol.test.ts';
const BATCH = 'tests/core/letters/batch.test.ts';
const PAPERS = 'tests/core/letters/papers.test.ts';

export const letterProtections: Protection[] = [
  one(
    'no letter to the consulate of who needs protection',
    [
      'src/core/directory/refuse-consulate.ts',
      "if (!maySeeConsulate(legalStatus)) throw new ProcedureError('consulate_refused');",
      '',
    ],
    SAFETY,
    'consulate',
  ),
  one(
    'a consulate under another kind is one by its name',
    [
      'src/domain/letters/safe-recipient.ts',
      'return words.some((word) => wordStarts.some((start) => word.startsWith(start)));',
      'return false;',
    ],
    SAFETY,
    'consulate',
  ),
  one(
    'nothing about the stay, for who asks for no permit',
    [
      PREPARE,
      "if (fields.length > 0) throw new ProcedureError('permit_not_for_this_office', { fields });",
      '',
    ],
    SAFETY,
    'however good',
  ),
  one(
    'a decision tells of the stay as well',
    ['src/domain/letters/letter-fact.ts', "  'decision',\n  'receptionExit',\n];", '];'],
    SAFETY,
    'however good',
  ),
  one(
    'nothing outside the minimum data set',
    [
      PREPARE,
      "if (outside.length > 0) throw new ProcedureError('fact_not_allowed', { fields: outside });",
      '',
    ],
    SAFETY,
    'ticked one by one',
  ),
  one(
    'a code has no fact beside it that leads to the name',
    [
      'src/domain/letters/letter-identity.ts',
      'template.allowedFacts.filter((fact) => !factsThatName.includes(fact))',
      'template.allowedFacts',
    ],
    SAFETY,
    'leads to the name',
  ),
  one(
    'a confidential form has a code in the place of the name',
    [
      'src/domain/letters/letter-identity.ts',
      "return isConfidential ? 'code' : 'name';",
      "return 'name';",
    ],
    SAFETY,
    'in the place of the name',
  ),
  one(
    'without a name, names are looked for in free text',
    [
      'src/domain/letters/letter-identity.ts',
      '[...new Set([...template.excluded, ...NAMING_CONTENTS])]',
      'template.excluded',
    ],
    SAFETY,
    'finds the name',
  ),
  one(
    'no letter thought confidential goes with the name',
    [PREPARE, "throw new ProcedureError('letter_needs_name');", ''],
    SAFETY,
    'needs the name',
  ),
  one(
    'a topic that hurts leaves only ticked',
    ['src/domain/letters/letter.ts', 'isTicked: z.literal(true),', 'isTicked: z.boolean(),'],
    SAFETY,
    'ticked one by one',
  ),
  one(
    'consent covers every kind of data that leaves',
    [PREPARE, 'categories: categoriesOfLetter(details, template),', 'categories: [],'],
    SAFETY,
    'ticked one by one',
  ),
  one(
    'words that do not belong there are found in free text',
    [PREPARE, 'warnings: await textWarnings(context, template, letter),', 'warnings: [],'],
    SAFETY,
    'free text',
  ),
  one(
    'nothing is issued that nobody has looked at',
    [
      'src/core/letters/issue-letter.ts',
      "if (prepared.seal !== wanted.seal) throw new ProcedureError('letter_changed_since_seen');",
      '',
    ],
    SAFETY,
    'exactly what it says',
  ),
  one(
    'a letter about safety needs two',
    [
      'src/core/letters/issue-letter.ts',
      "if (prepared.needsSecondPerson) throw new ProcedureError('letter_needs_second_person');",
      '',
    ],
    SAFETY,
    'second person',
  ),
  one(
    'whoever proposed it is not the second',
    [
      'src/core/letters/proposals.ts',
      "if (row.proposed_by === user.id) throw new ProcedureError('letter_not_alone');",
      '',
    ],
    SAFETY,
    'second person',
  ),
  one(
    'a code is no name',
    [
      'src/core/letters/pick-facts.ts',
      "const isNamed = identity === 'name';",
      'const isNamed = true;',
    ],
    SAFETY,
    'second person',
  ),
  one(
    'a code leads to no case',
    [
      'src/core/letters/fact-texts.ts',
      'return protocol ? replyReference(protocol) : texts.say(',
      'return protocol ? String(protocol.number) : texts.say(',
    ],
    SAFETY,
    'second person',
  ),
  one(
    'a child with nobody to sign is marked',
    [
      'src/core/letters/pick-facts.ts',
      'lacksGuardian: isMinor && lacksGuardian(details.birth, ties, on),',
      'lacksGuardian: false,',
    ],
    SAFETY,
    'a child without',
  ),
  one(
    'a contact that is not safe never leaves',
    ['src/core/letters/pick-facts.ts', 'return contact?.safe\n', 'return contact\n'],
    SAFETY,
    'not safe',
  ),
  one(
    'a withdrawn consent stops what was issued',
    ['src/core/letters/letter-copies.ts', 'if (held) throw held;', ''],
    PROTOCOL,
    'consent is gone',
  ),
  one(
    'which copy left stands in the case file',
    [
      'src/core/documents/handlers.ts',
      "await recordCopy(context, row, { kind: 'person', manner: 'saved' });",
      '',
    ],
    PROTOCOL,
    'stand in the diary',
  ),
  one(
    'a letter of the protocol is the one that left',
    [
      'src/core/letters/letter-file.ts',
      'return (await storedFile(context, row.id)) ?? (await typesetAgain(context, row));',
      'return typesetAgain(context, row);',
    ],
    PROTOCOL,
    'byte for byte',
  ),
  one(
    'the protocol has no gaps',
    [
      'src/core/protocol/keep-entry.ts',
      'number: Number(row?.last ?? 0) + 1',
      'number: Number(row?.last ?? 0) + 2',
    ],
    PROTOCOL,
    'without gaps',
  ),
  one(
    'a slip says nothing of the case',
    [
      'src/core/letters/reply-slip.ts',
      "{ text: texts.say('slipReference', { reference: replyReference(protocol) }), bold: true },",
      "{ text: texts.say('slipReference', { reference: 'PRV-2026-1' }), bold: true },",
    ],
    PROTOCOL,
    'leads back',
  ),
  one(
    'safety is not decided by the dozen',
    [
      'src/core/letter-batches/issue-batch.ts',
      "if (prepared.needsSecondPerson) return { code: 'letter_needs_second_person' };",
      '',
    ],
    BATCH,
    'safety',
  ),
  one(
    'a batch changes nothing that was looked at',
    [
      'src/core/letter-batches/issue-batch.ts',
      "if (seal !== batch.seal) throw new ProcedureError('letter_changed_since_seen');",
      '',
    ],
    BATCH,
    'since somebody looked',
  ),
  one(
    'no letter with an empty box',
    [
      'src/core/documents/typeset-pdf.ts',
      'if (result.missingCharacters.length > 0) throw charactersMissing(result.missingCharacters);',
      '',
    ],
    PAPERS,
    'shown in a form',
  ),
  one(
    'a letter that is sent is locked',
    [
      'src/core/documents/write-pdf.ts',
      'const locked = await context.typesetter.lockPdf(bytes, password);',
      'const locked = bytes;',
    ],
    PAPERS,
    'password told once',
  ),
  one(
    'what is filed is PDF/A',
    [
      'src/core/letters/issue-letter.ts',
      'await typesetPdf(context, document, { archive: true });',
      'await typesetPdf(context, document);',
    ],
    PAPERS,
    'what is filed',
  ),
  one(
    'whom a person kept from something hears nothing of it',
    [CONSENT, 'if (withheld.length > 0)', 'if (false)'],
    'tests/core/consents.test.ts',
  ),
];
