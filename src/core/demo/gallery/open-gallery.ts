import type { Client } from '#api/client.ts';
import { addDays, addMonths, type CalendarDate } from '#domain/dates/calendar-date.ts';
import type { Core } from '../../create-core.ts';
import { type DemoOptions, openEmptyDemo } from '../demo-core.ts';
import { fillGalleryFile, type GalleryFile, type GalleryWork } from './fill-gallery.ts';
import { deskPapers } from './gallery-desk.ts';
import { letterPapers } from './gallery-letters.ts';
import { type Closing, type GalleryPaper, papersOf } from './gallery-papers.ts';
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

const SAFETY_NOTE =
  'Qualcuno la cerca e conosce la scuola della figlia. Non rientra da sola dopo le venti.';

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

/** How a plan stands on the gallery's day; it comes before plans are closed. */
const planToday = (client: Client, { cast, signedPlanId }: GalleryFile): GalleryPaper => ({
  name: `${cast.language}-plan-today`,
  language: cast.language,
  script: cast.script,
  print: () => client.documents.plan({ planId: signedPlanId, print: 'today' }),
});

/** As a plan ends that went well in one thing and half in another. */
async function closePlan(client: Client, id: string, on: CalendarDate): Promise<void> {
  const { details } = await client.plans.get({ id });
  const results = ['reached', 'partly'] as const;
  await client.plans.recordReview({
    id,
    review: {
      reviewedOn: on,
      present: 'La persona, chi segue, chi fa mediazione',
      outcomes: details.goals.map(({ key }, at) => ({
        goalKey: key,
        result: results[at % results.length] ?? 'partly',
      })),
      decision: 'close',
    },
  });
}

/** Those that exist once: about a meeting, and the copy for the person. */
function singlePapers(
  client: Client,
  file: GalleryFile,
  { sessionId, today }: { sessionId: string; today: CalendarDate },
): GalleryPaper[] {
  const { cast, personId } = file;
  const { language } = cast;
  const single = (name: string, print: GalleryPaper['print']): GalleryPaper => ({
    name,
    language,
    script: cast.script,
    print,
  });
  const minutes = (spoken: string) => () =>
    client.forms.get({ subjectId: sessionId, language: spoken, form: { kind: 'minutes' } });
  return [
    single(`${language}-minutes`, minutes('it')),
    single(`${language}-minutes-in-english`, minutes('en')),
    single(`${language}-safety-page`, async () => {
      const note = { kind: 'protection', notedOn: today, text: SAFETY_NOTE } as const;
      const { id } = await client.notes.save({ personId, note });
      return client.safetyPages.get({ id });
    }),
    single(`${language}-copy-of-data`, () => client.personCopies.get({ personId, language: 'it' })),
  ];
}

/** Opens a register of invented people, one a language, and lists every document that can be printed of them. */
export async function openGallery(options: GalleryOptions): Promise<Gallery> {
  const { folder, today, languages, ports } = options;
  const { core, client, material, setToday } = await openEmptyDemo({
    folder,
    seed: 1,
    today,
    ports,
  });
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
  const closing: Closing = {
    close: async (id) => {
      const day = addMonths(today, 6);
      setToday(day);
      await closePlan(client, id, day);
      setToday(today);
    },
  };
  const [first] = files;
  const papers = first ? [planToday(client, first)] : [];
  papers.push(...files.flatMap((file) => papersOf(client, file, closing)));
  const childs = cast.find(({ language }) => language === LANGUAGE_OF_THE_CHILD);
  const child = childs && (await fillGalleryFile(work, childs, { isMinor: true }));
  if (child) {
    const shown = papersOf(client, child, closing).filter(({ name }) =>
      /plan-signed|consent/.test(name),
    );
    papers.push(...shown.map((paper) => ({ ...paper, name: `${paper.name}-of-a-child` })));
  }
  if (first) {
    papers.push(
      ...singlePapers(client, first, { sessionId, today }),
      ...(await letterPapers(client, { file: first, child }, material)),
      // After the letters, which get their numbers when they are printed.
      {
        name: `${first.cast.language}-protocol`,
        language: first.cast.language,
        script: 'latin',
        print: () => client.documents.protocol({}),
      },
    );
  }
  papers.push(...(await deskPapers(client, languages)));
  return { core, papers };
}
