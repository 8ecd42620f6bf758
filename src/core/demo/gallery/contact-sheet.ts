import { typeset } from '#typesetting/typeset.ts';

export interface ShownPage {
  caption: string;
  png: Uint8Array;
}

const PER_ROW = 4;
const ROWS_OF_PAGE = 4;

/** Small pictures of pages, sixteen to a sheet, as a PDF made by our own typesetting. */
export async function contactSheet(
  title: string,
  pages: readonly ShownPage[],
): Promise<Uint8Array> {
  const rows = Array.from({ length: Math.ceil(pages.length / PER_ROW) }, (_, row) =>
    pages.slice(row * PER_ROW, (row + 1) * PER_ROW),
  );
  const { bytes } = await typeset({
    language: 'en',
    title,
    footer: { text: title },
    blocks: rows.flatMap((row, index) => [
      ...(index > 0 && index % ROWS_OF_PAGE === 0 ? [{ type: 'pageBreak' as const }] : []),
      {
        type: 'columns' as const,
        columns: Array.from({ length: PER_ROW }, (_, column) => {
          const page = row[column];
          return {
            width: 1 / PER_ROW,
            blocks: page
              ? [
                  {
                    type: 'image' as const,
                    format: 'png' as const,
                    bytes: page.png,
                    widthPoints: 114,
                    alt: page.caption,
                  },
                  { type: 'paragraph' as const, style: 'small' as const, text: page.caption },
                ]
              : [],
          };
        }),
      },
    ]),
  });
  return bytes;
}
