import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { notifyProblem } from '#ui/components/notify.ts';
import { useErrorText } from '#ui/components/use-error-text.ts';
import { drawLeftToRight } from './left-to-right-canvas.ts';
import { openPdf } from './pdf-worker.ts';
import classes from './print-sheets.module.css';

interface PdfToPrint {
  bytes: Uint8Array;
  pageCount: number;
  /** Refuses by failing; bytes that it gives back are printed instead. */
  before: () => Promise<unknown>;
}

const DOTS_PER_INCH = 200;
const POINTS_PER_INCH = 72;
/** What would be a pile of paper is saved as a file and printed from there. */
const MOST_PAGES = 40;

/** Draws the very bytes, page by page, where only a printer sees them. Nothing is written to a file. */
async function sheetsOf(bytes: Uint8Array): Promise<HTMLDivElement> {
  const sheets = document.createElement('div');
  sheets.className = classes.sheets ?? '';
  const task = await openPdf(bytes);
  try {
    const pdf = await task.promise;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: DOTS_PER_INCH / POINTS_PER_INCH });
      const canvas = document.createElement('canvas');
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      drawLeftToRight(canvas);
      await page.render({ canvas, viewport, intent: 'print' }).promise;
      sheets.append(canvas);
    }
  } finally {
    await task.destroy();
  }
  return sheets;
}

const hasBytes = (given: unknown): given is { bytes: Uint8Array } =>
  typeof given === 'object' && given !== null && 'bytes' in given;

class TooManyPages extends Error {}

/** Prints a document through the dialog of the system. A cancelled dialog is no error. */
export function usePrintPdf() {
  const { t } = useTranslation('documents');
  const textOf = useErrorText();
  return useMutation({
    mutationFn: async ({ bytes, pageCount, before }: PdfToPrint) => {
      if (pageCount > MOST_PAGES) throw new TooManyPages();
      const given = await before();
      const sheets = await sheetsOf(hasBytes(given) ? given.bytes : bytes);
      document.body.append(sheets);
      try {
        return await vault.shell.print({});
      } finally {
        sheets.remove();
      }
    },
    onError: (error) =>
      notifyProblem(
        error instanceof TooManyPages ? t('tooManyPages', { most: MOST_PAGES }) : textOf(error),
      ),
  });
}
