import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '#api/client.ts';
import { openDemoRegister } from '#core/demo/demo-core.ts';
import { nodePorts } from '#core/host/node-ports.ts';
import { benchLetterBatch } from './letter-batch.ts';
import { compared, type Finding, measureInTurn } from './measure.ts';

const require = createRequire(import.meta.url);
const PARAGRAPH =
  'Si chiede di voler fissare un appuntamento per la dichiarazione di residenza, indicando i documenti da presentare. ';

interface PlainPdfmake {
  setFonts(fonts: Record<string, Record<string, string>>): void;
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  createPdf(document: unknown): { getBuffer(): Promise<Buffer> };
}

function plainPdfmake(): PlainPdfmake {
  const pdfmake = require('pdfmake') as PlainPdfmake;
  const weight = (name: string) =>
    require.resolve(`@expo-google-fonts/noto-sans/${name}/NotoSans_${name}.ttf`);
  pdfmake.setFonts({ NotoSans: { normal: weight('400Regular'), bold: weight('700Bold') } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  return pdfmake;
}

/** Two pages with a heading and plain paragraphs: the least a letter of this length could be. */
function minimalDocument() {
  const page = [
    { text: 'Oggetto: richiesta', bold: true, margin: [0, 0, 0, 8] },
    ...Array.from({ length: 6 }, () => ({ text: PARAGRAPH.repeat(2), margin: [0, 0, 0, 6] })),
  ];
  return {
    content: [...page, { text: '', pageBreak: 'after' }, ...page],
    defaultStyle: { font: 'NotoSans', fontSize: 10 },
  };
}

export async function benchLetter(): Promise<Finding[]> {
  return [...(await warmLetter()), ...(await benchLetterBatch())];
}

async function warmLetter(): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'approdo-bench-'));
  const { core, filled } = await openDemoRegister({
    folder: join(folder, 'register'),
    people: 12,
    seed: 3,
    today: '2026-11-21',
    ports: nodePorts(),
  });
  const client = createClient(core.dispatch);
  const [letterId = ''] = filled.letters;
  const pdfmake = plainPdfmake();
  try {
    // The letter itself is read as it left; its copy for the person is typeset each time.
    const { pageCount } = await client.documents.letterCopy({ letterId });
    if (pageCount !== 2) throw new Error('the letter of the benchmark has two pages');
    const timings = await measureInTurn(
      {
        letter: () => client.documents.letterCopy({ letterId }),
        minimal: () => pdfmake.createPdf(minimalDocument()).getBuffer(),
      },
      15,
    );
    return [
      compared(
        { name: 'a warm letter of two pages', value: timings.letter.median, unit: 'ms' },
        { name: 'a minimal pdfmake document of two pages', value: timings.minimal.median },
        { ratio: 1.5 },
      ),
    ];
  } finally {
    await core.close();
    await rm(folder, { recursive: true });
  }
}
