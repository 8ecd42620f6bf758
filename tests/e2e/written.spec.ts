/*
 * Everything that the program writes to files while somebody works in its window, by all of its processes: only where
 * it belongs, and in no form that names anybody, but for what was saved on purpose.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NeedleFinder } from '../support/needles/find-needles.ts';
import { searchFile } from '../support/needles/linux-processes.ts';
import { formsOfText, nameNeedles, namesInFourScripts } from '../support/needles/needle-forms.ts';
import { aPdf } from '../support/papers.ts';
import { say } from './support/desk.ts';
import { expect, type RunningApprodo, test } from './support/launch.ts';
import {
  dataOf,
  openRegister,
  passphrase,
  somebody,
  withLetterAllowed,
} from './support/register.ts';
import { tracedWrites } from './support/traced-writes.ts';
import { onlyAsRootOnLinux } from './support/where-possible.ts';

const finder = new NeedleFinder([...nameNeedles(), ...formsOfText('passphrase', passphrase)]);
/** Memory that has a name, devices, and what the kernel lets a process say about itself. */
const NO_DISK = /^(\/dev\/(shm\/|dri\/|null$|tty$|pts\/)|\/memfd:|\/proc\/(self|\d+)\/)/;
/**
 * Of the libraries below ours, none of which is given a record: the socket by which a second start finds the first,
 * that somebody looked at the settings of the desktop, and shaders of the graphics driver.
 */
const OF_LIBRARIES =
  /\/((scoped_dir|\.org\.chromium\.)[\w.]+(\/Singleton(Socket|Cookie))?|\.cache(\/dconf(\/user)?|\/mesa_shader_cache\w*\/.*)?)$/;

const paths = (home: string) => ({
  saved: join(home, 'Salvati'),
  scans: join(home, 'Scansioni'),
  stick: join(home, 'STICK'),
});

/** Leave to write one file, as a dialog gives it. */
async function leaveToWrite(approdo: RunningApprodo, name: string, format: string) {
  await approdo.answerDialogs(join(paths(approdo.home).saved, name));
  const asked = { suggestedName: 'documento', format };
  const { grant } = await dataOf<{ grant: string }>(approdo, 'shell.chooseSavePath', asked);
  return { grant };
}

/** Registers four people, each with a note, a draft and a scanned paper. Returns the id of the first. */
async function registerEverybody(approdo: RunningApprodo): Promise<string> {
  const { scans } = paths(approdo.home);
  const ids: string[] = [];
  for (const [script, { given, family }] of Object.entries(namesInFourScripts)) {
    const name = { kind: 'permit', script: script === 'latin' ? 'latin' : 'other', given, family };
    const { id: personId } = await dataOf<{ id: string }>(approdo, 'people.create', {
      ...somebody(given),
      names: [name],
      note: `${given} ${family}`,
    });
    ids.push(personId);
    const note = { kind: 'medical', notedOn: '2026-11-20', text: `Visita di ${family}` };
    await dataOf(approdo, 'notes.save', { personId, note });
    const draft = { form: 'person', subjectId: personId, content: `"${family}"` };
    await dataOf(approdo, 'drafts.save', draft);
    const scan = join(scans, `${family}.pdf`);
    await writeFile(scan, aPdf(300_000));
    await approdo.answerDialogs(scan);
    const { grants } = await dataOf<{ grants: string[] }>(approdo, 'shell.chooseFiles');
    await dataOf(approdo, 'attachments.addFile', { personId, grant: grants[0] });
  }
  return ids[0] ?? '';
}

/** A letter and the copy of a file, saved where somebody chose. */
async function savePapers(approdo: RunningApprodo, personId: string): Promise<void> {
  const { organisationId } = await withLetterAllowed(approdo, personId);
  const wanted = {
    personId,
    details: {
      templateCode: 'ANA',
      organisationId,
      facts: ['birth'],
      attachments: [],
      signedBy: 'O',
    },
  };
  const { seal } = await dataOf<{ seal: string }>(approdo, 'letters.check', wanted);
  const { id: letterId } = await dataOf<{ id: string }>(approdo, 'letters.issue', {
    ...wanted,
    seal,
  });
  await dataOf(approdo, 'documents.saveLetter', {
    letterId,
    ...(await leaveToWrite(approdo, 'lettera.pdf', 'pdf')),
  });
  await dataOf(approdo, 'personCopies.save', {
    personId,
    language: 'it',
    format: 'json',
    ...(await leaveToWrite(approdo, 'copia.json', 'json')),
  });
}

/** What goes through the page: looking, typing into a form that is not saved, copying. */
async function workInTheWindow(approdo: RunningApprodo, personId: string): Promise<void> {
  const { page } = approdo;
  const visit = async (address: string) => {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${address}`);
    await page.waitForTimeout(500);
  };
  const { given, family } = namesInFourScripts.latin;
  await visit('people');
  await page.getByLabel(say('people:list.search')).fill(family);
  await expect(page.getByText(family).first()).toBeVisible();
  await visit('people/new');
  await page.getByLabel(say('people:form.family'), { exact: true }).fill(family);
  await page.getByLabel(say('people:form.given'), { exact: true }).fill(given);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  for (const tab of ['', '/letters', '/notes', '/diary']) await visit(`people/${personId}${tab}`);
}

async function anHourAtTheDesk(approdo: RunningApprodo): Promise<string> {
  await approdo.open();
  const folder = await openRegister(approdo);
  await approdo.call('shell.setPreferences', { language: 'it', lastFolder: folder });
  await approdo.page.reload();
  const personId = await registerEverybody(approdo);
  await savePapers(approdo, personId);
  await approdo.answerDialogs(paths(approdo.home).stick);
  const place = await dataOf<{ grant: string }>(approdo, 'shell.chooseBackupPlace');
  await dataOf(approdo, 'backups.savePlace', place);
  await dataOf(approdo, 'backups.create');
  await workInTheWindow(approdo, personId);
  await approdo.afterLock(() => approdo.call('shell.lock'));
  await dataOf(approdo, 'vault.unlock', { folder, passphrase });
  await approdo.close();
  return folder;
}

test('in an hour at the desk nothing is written but where it belongs, and names only where somebody saved them', async ({
  approdo,
}) => {
  onlyAsRootOnLinux('to record what another program writes');
  const { home, profileDir } = approdo;
  const { saved, stick } = paths(home);
  for (const folder of Object.values(paths(home))) await mkdir(folder);
  const trace = await tracedWrites(home);
  approdo.startedBy = trace.program;
  const folder = await anHourAtTheDesk(approdo);

  const script = join(home, 'dialogs.json');
  const ours = [folder, profileDir, saved, stick];
  const strayed = new Set<string>();
  const named = new Set<string>();
  const written = new Map<string, number>();
  for await (const { path, call, bytes } of trace.writes()) {
    const place = ours.find((one) => path === one || path.startsWith(`${one}/`));
    if (place !== undefined) written.set(place, (written.get(place) ?? 0) + bytes.length);
    else if (!NO_DISK.test(path) && !OF_LIBRARIES.test(path) && path !== script) strayed.add(path);
    const found = [...finder.find(bytes).keys()];
    if (found.length > 0) named.add(`${call} ${path}: ${found[0]}`);
  }
  expect([...strayed]).toEqual([]);
  // Controls: the record has what is in the register and what was saved on purpose, and the search finds names.
  for (const place of ours) expect(written.get(place), place).toBeGreaterThan(100);
  expect([...named].filter((one) => one.includes(saved))).not.toEqual([]);
  expect([...named].filter((one) => !one.includes(saved))).toEqual([]);

  // What is written by way of memory is in no call, but it is in the file afterwards.
  for (const place of [folder, profileDir, stick]) {
    for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) expect([...searchFile(path, finder).keys()], path).toEqual([]);
    }
  }
});
