import type { Client } from '#api/client.ts';
import type { LetterTemplateSummary } from '#api/letters.ts';
import type { LetterInput } from '#domain/letters/letter.ts';
import { usualFactsOf } from '#domain/letters/letter-identity.ts';
import { letterLanguages } from '#domain/letters/letter-template.ts';
import type { InventedPeople } from '../invented-people.ts';
import type { GalleryFile } from './fill-gallery.ts';
import type { GalleryPaper } from './gallery-papers.ts';

interface Letter {
  personId: string;
  details: LetterInput;
}

const CATEGORIES = [
  'identity',
  'contact',
  'legalStatus',
  'documents',
  'languages',
  'family',
  'education',
  'work',
  'needs',
];

/** Letters that are about a child, where the gallery has one. */
const ABOUT_CHILDREN: readonly string[] = ['MIN', 'SCH'];

/** The office a template is written for, with the consent to write to it; nobody for a letter to the person. */
async function officeFor(
  client: Client,
  { personId, isMinor }: GalleryFile,
  { template, guardian }: { template: LetterTemplateSummary; guardian: string },
): Promise<string | undefined> {
  const [kind] = template.organisationKinds;
  if (kind === undefined) return undefined;
  const { id: organisationId } = await client.organisations.save({
    kind,
    name: `Ufficio di prova per ${template.code}`,
    address: 'via di Prova 1\n10100 Torino',
  });
  const giver = isMinor
    ? {
        givenBy: 'guardian' as const,
        giverName: guardian,
        childOpinion: { stance: 'agrees' as const },
      }
    : { givenBy: 'self' as const };
  await client.consents.give({
    personId,
    details: {
      purpose: 'referral',
      organisationId,
      dataCategories: CATEGORIES,
      way: 'signed',
      givenOn: '2026-11-01',
      ...giver,
    },
  });
  return organisationId;
}

/**
 * Issued as at the desk when it is printed first: looked at, then with a number. A letter that needs a second
 * person stays a draft here.
 */
function printsOf(
  client: Client,
  { template, letter }: { template: LetterTemplateSummary; letter: Letter },
): { shown: GalleryPaper['print']; copy?: GalleryPaper['print'] } {
  if (template.needsSecondPerson) return { shown: () => client.documents.previewLetter(letter) };
  let issued: Promise<{ id: string }> | undefined;
  const issue = async () => {
    const { seal } = await client.letters.check(letter);
    return client.letters.issue({ ...letter, seal });
  };
  const letterId = async () => {
    issued ??= issue();
    return (await issued).id;
  };
  return {
    shown: async () => client.documents.letter({ letterId: await letterId() }),
    copy: async () => client.documents.letterCopy({ letterId: await letterId() }),
  };
}

const withoutName = (template: LetterTemplateSummary) => ({
  isConfidential: true,
  facts: usualFactsOf(template, { isConfidential: true }),
  attachments: [],
});

/** Letters of every template, in each language it has; templates added later are among them. */
export async function letterPapers(
  client: Client,
  { file, child }: { file: GalleryFile; child: GalleryFile | undefined },
  material: InventedPeople,
): Promise<GalleryPaper[]> {
  const { items: templates } = await client.letters.templates({});
  const guardian = material.guardians[0]?.name ?? '';
  const papers: GalleryPaper[] = [];
  for (const template of templates) {
    const subject = (ABOUT_CHILDREN.includes(template.code) && child) || file;
    const organisationId = await officeFor(client, subject, { template, guardian });
    for (const language of letterLanguages) {
      const words = template.texts[language];
      if (!words) continue;
      const name = `letter-${template.code.toLowerCase()}${language === 'it' ? '' : `-${language}`}`;
      const details: LetterInput = {
        templateCode: template.code,
        language,
        ...(organisationId === undefined ? {} : { organisationId }),
        facts: template.usualFacts,
        attachments: words.attachments,
        situation: 'La persona vive a Torino da alcuni mesi e cerca una soluzione stabile.',
        signedBy: material.operator,
      };
      const letter = { personId: subject.personId, details };
      const { shown, copy } = printsOf(client, { template, letter });
      const { language: own } = file.cast;
      papers.push({ name, language: own, script: 'latin', print: shown });
      // The one form where it is the operator who says whether a name stands in it.
      if (template.code === 'IAR') {
        const confidential = { ...details, ...withoutName(template) };
        const { shown } = printsOf(client, {
          template,
          letter: { ...letter, details: confidential },
        });
        papers.push({ name: `${name}-without-name`, language: own, script: 'latin', print: shown });
      }
      // One is enough to see: the words around it are the same in every letter of a language.
      if (copy && template.code === 'LEG') {
        papers.push({ name: `${name}-copy`, language: own, script: 'latin', print: copy });
      }
    }
  }
  return papers;
}
