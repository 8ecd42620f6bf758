import type { CopiedSection } from './copied-section.ts';
import { agreementSections } from './sections/agreements.ts';
import { enterpriseSections } from './sections/enterprise.ts';
import { situationSections } from './sections/situation.ts';
import { whoSections } from './sections/who.ts';
import { workDoneSections } from './sections/work-done.ts';

export const copiedSections: readonly CopiedSection[] = [
  ...whoSections,
  ...situationSections,
  ...agreementSections,
  ...workDoneSections,
  ...enterpriseSections,
];

/** Tables that hang from a person and are not told, with the reason. */
export const notCopied: Readonly<Record<string, string>> = {
  protected_case: 'keys of the protected notes',
  case_access: 'keys of the protected notes',
  protected_note: 'withheld: telling it could harm somebody else',
  protected_note_version: 'withheld: telling it could harm somebody else',
  attachment_content: 'the files themselves, which are handed over one by one',
  letter_file: 'the letters themselves, which are handed over one by one',
  letter_copy: 'in the audit log, which tells who received what',
  letter_proposal: 'not sent yet to anybody',
  draft: 'not said yet by anybody',
  signed_plan: 'the paper itself, of which the person has a copy; its words are told',
  given_document: 'told among who received data',
  person_line: 'made from the names',
  person_word: 'made from the names',
  person_merge: 'what was put together is told in the other sections',
  not_same_person: 'about somebody else as well',
  deadline_mark: 'how the association works through its own reminders',
  erasure_request: 'the request itself, which is being answered',
};
