/** Chromium as Electron brings it, for measuring beside it: no other browser has to be installed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { projectDir } from '../build-if-needed.ts';
import { findElectronRuntime } from '../electron-runtime.ts';

const emptyWindow = join(projectDir, 'scripts/bench/empty-window');
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** A page is shown and `use` gets the program that shows it, whose first window it is. */
export async function withPageInChromium<Result>(
  html: string,
  use: (application: ElectronApplication) => Promise<Result>,
): Promise<Result> {
  const runtime = await findElectronRuntime();
  if (runtime === null) throw new Error('there is no Electron to measure with');
  const folder = await mkdtemp(join(tmpdir(), 'approdo-chromium-'));
  const path = join(folder, 'page.html');
  await writeFile(path, html);
  const application = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [...sandbox, emptyWindow],
  });
  try {
    await application.firstWindow();
    await application.evaluate(
      ({ BrowserWindow }, file) => BrowserWindow.getAllWindows()[0]?.loadFile(file),
      path,
    );
    return await use(application);
  } finally {
    await application.close();
    await rm(folder, { recursive: true });
  }
}

/** The fonts of the documents under their own names. */
export function fontFaces(
  fileOf: (family: string, weight: 'regular' | 'bold') => string,
  families: readonly string[],
): string {
  return families
    .flatMap((family) =>
      (['regular', 'bold'] as const).map((weight) => {
        const source = `url("file://${fileOf(family, weight)}")`;
        const number = weight === 'bold' ? 700 : 400;
        return `@font-face { font-family: ${family}; font-weight: ${number}; src: ${source}; }`;
      }),
    )
    .join('\n');
}
