import { isPicture, type MediaType } from '#domain/attachments/media-type.ts';
import { drawLeftToRight } from '../documents/left-to-right-canvas.ts';
import { openPdf } from '../documents/pdf-worker.ts';

const WIDTH = 260;
const HEIGHT = 190;

export function canHaveThumbnail(mediaType: MediaType): boolean {
  return isPicture(mediaType) || mediaType === 'application/pdf';
}

/** One at a time: a tab with forty scans would otherwise hold forty decoded pictures at once. */
let last: Promise<unknown> = Promise.resolve();

/** A small JPEG of the picture, or of the upper part of the first page. */
export function makeThumbnail(mediaType: MediaType, load: () => Promise<Uint8Array>) {
  const next = last
    .catch(() => undefined)
    .then(async () => {
      const bytes = await load();
      return isPicture(mediaType) ? thumbnailOfPicture(bytes, mediaType) : thumbnailOfPdf(bytes);
    });
  last = next;
  return next;
}

async function thumbnailOfPicture(bytes: Uint8Array, type: MediaType): Promise<Uint8Array> {
  const picture = await createImageBitmap(new Blob([bytes as BlobPart], { type }));
  try {
    const scale = Math.max(WIDTH / picture.width, HEIGHT / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    const { canvas, context } = emptySheet();
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
    return await asJpeg(canvas);
  } finally {
    picture.close();
  }
}

async function thumbnailOfPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const task = await openPdf(bytes);
  try {
    const page = await (await task.promise).getPage(1);
    const natural = page.getViewport({ scale: 1 });
    // Its upper part: letterhead and title say what it is.
    const viewport = page.getViewport({ scale: WIDTH / natural.width });
    const { canvas } = emptySheet();
    await page.render({ canvas, viewport }).promise;
    return await asJpeg(canvas);
  } finally {
    void task.destroy();
  }
}

function emptySheet() {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  drawLeftToRight(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no drawing here');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  return { canvas, context };
}

async function asJpeg(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', 0.7),
  );
  if (!blob) throw new Error('not drawn');
  return new Uint8Array(await blob.arrayBuffer());
}
