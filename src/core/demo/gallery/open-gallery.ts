import type { Client } from '#api/client.ts';
import { addDays, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Core } from '../../create-core.ts';
import { type DemoOptions, openEmptyDemo } from '../demo-core.ts';
import type { InventedPeople } from '../invented-people.ts';
import { fillGalleryFile, type GalleryFile, type GalleryWork } from './fill-gallery.ts';
import { type GalleryPaper, papersOf } from './gallery-papers.ts';
import { type GalleryPerson, loadGalleryPeople } from './gallery-people.ts';

interface GalleryOptions {
  folder: string;
  today: CalendarDate;
  /** Of the documents; all of them when left out. */
  languages?: readonly string[] | undefined;
  ports: DemoOptions['ports'];
}

export interface Gallery {
  core: Core;
  papers: GalleryPaper[];
}

/** A child with a guardian is shown in this language beside the grown person. */
const LANGUAGE_OF_THE_CHILD = 'ar';

async function holdLessons(
  client: Client,
  personIds: string[],
  today: CalendarDate,
): Promise<string> {
  let last = '';
  for (const days of [21, 14, 7]) {
    const { id } = await client.sessions.save({
      details: {
        type: 'ITA',
        title: 'Italiano A1',
        heldOn: addDays(today, -days),
        start: '17:30',
        minutes: 90,
        place: 'Biblioteca di quartiere',
        ledBy: 'Marta Gallo',
      },
      participants: personIds.map((personId) => ({ personId, attendance: 'present' })),
    });
    last = id;
  }
  return last;
}

/** Letters of every template to an office it is written for; templates added later are among them. */
async function letterPapers(
  client: Client,
  { personId, cast }: GalleryFile,
  material: InventedPeople,
): Promise<GalleryPaper[]> {
  const { items: templates } = await client.letters.templates({});
  const papers: GalleryPaper[] = [];
  for (const template of templates) {
    const [kind] = template.organisationKinds;
    if (kind === undefined) continue;
    const { id: organisationId } = await client.organisations.save({
      kind,
      name: `Ufficio di prova per ${template.code}`,
      address: 'via di Prova 1\n10100 Torino',
    });
    await client.consents.give({
      personId,
      details: {
        purpose: 'referral',
        organisationId,
        dataCategories: [
          'identity',
          'contact',
          'legalStatus',
          'documents',
          'languages',
          'family',
          'education',
          'work',
          'needs',
        ],
        givenBy: 'self',
        way: 'signed',
        givenOn: '2026-11-01',
      },
    });
    const details = {
      templateCode: template.code,
      organisationId,
      facts: template.usualFacts,
      attachments: template.texts.it.attachments,
      situation: 'La persona vive a Torino da alcuni mesi e cerca una soluzione stabile.',
      signedBy: material.operator,
    };
    papers.push({
      name: `letter-${template.code.toLowerCase()}`,
      language: cast.language,
      script: cast.script,
      print: () => client.documents.previewLetter({ personId, details }),
    });
  }
  return papers;
}

/** Opens a register of invented people, one a language, and lists every document that can be printed of them. */
export async function openGallery(options: GalleryOptions): Promise<Gallery> {
  const { folder, today, languages, ports } = options;
  const { core, client, material } = await openEmptyDemo({ folder, seed: 1, today, ports });
  await client.association.save(material.association);
  const { user } = await client.vault.session({});
  const { id: organisationId } = await client.organisations.save({
    kind: 'registry',
    name: 'Comune di Torino',
    office: 'Anagrafe',
  });
  const work: GalleryWork = { client, material, today, workerId: user.id, organisationId };
  const isWanted = ({ language }: GalleryPerson) => languages?.includes(language) ?? true;
  const cast = loadGalleryPeople(ports.resourcesDir).filter(isWanted);
  const files: GalleryFile[] = [];
  for (const person of cast) {
    files.push(await fillGalleryFile(work, person, { isMinor: false }));
  }
  const sessionId = await holdLessons(
    client,
    files.map(({ personId }) => personId),
    today,
  );
  const papers = files.flatMap((file) => papersOf(client, file));
  const childs = cast.find(({ language }) => language === LANGUAGE_OF_THE_CHILD);
  if (childs) {
    const file = await fillGalleryFile(work, childs, { isMinor: true });
    const shown = papersOf(client, file).filter(({ name }) => /plan-signed|consent/.test(name));
    papers.push(...shown.map((paper) => ({ ...paper, name: `${paper.name}-of-a-child` })));
  }
  const [first] = files;
  if (first) {
    const { language } = first.cast;
    papers.push(
      {
        name: `${language}-minutes`,
        language,
        script: first.cast.script,
        print: () => client.forms.get({ subjectId: sessionId, form: { kind: 'minutes' } }),
      },
      {
        name: `${language}-plan-today`,
        language,
        script: first.cast.script,
        print: () => client.documents.plan({ planId: first.signedPlanId, print: 'today' }),
      },
      {
        name: `${language}-copy-of-data`,
        language,
        script: first.cast.script,
        print: () => client.personCopies.get({ personId: first.personId, language: 'it' }),
      },
      ...(await letterPapers(client, first, material)),
    );
  }
  return { core, papers };
}
