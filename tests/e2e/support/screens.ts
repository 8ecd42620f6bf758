/*
 * The screens in memory that `npm run e2e` started, one for each worker; none on a desktop. What is on them is read
 * as X keeps it: a picture in the format of xwd (XWDFile.h of X.Org), of 32 bits a point, blue first.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Screen {
  display: string;
  /** The folder in which X keeps what the screen shows. */
  picture: string;
}

export const screens = JSON.parse(process.env.APPRODO_SCREENS ?? '[]') as Screen[];

const ownScreen = () => screens[Number(process.env.TEST_PARALLEL_INDEX)];

/** From now on windows of this worker open where no other's do: focus and clipboard belong to a screen. */
export function takeOwnScreen(): void {
  const own = ownScreen();
  if (own !== undefined) process.env.DISPLAY = own.display;
}

/** Places of 32-bit words in the header. */
const HEADER = { size: 0, bytesPerLine: 12, colours: 19 };
const BYTES_PER_COLOUR = 12;

/** In points of the screen. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What stands in an area now, line by line, 4 bytes a point: blue, green, red, nothing. */
export function lookAt({ x, y, width, height }: Area): Buffer {
  const own = ownScreen();
  if (own === undefined) throw new Error('Only a screen in memory can be looked at.');
  const picture = readFileSync(join(own.picture, 'Xvfb_screen0'));
  const word = (place: number) => picture.readUInt32BE(place * 4);
  const start = word(HEADER.size) + word(HEADER.colours) * BYTES_PER_COLOUR;
  const lines = Array.from({ length: height }, (_, line) => {
    const first = start + (y + line) * word(HEADER.bytesPerLine) + x * 4;
    return picture.subarray(first, first + width * 4);
  });
  return Buffer.concat(lines);
}

/** How light the screen is at a point of it, 0 black to 255 white: whether the door stands there or a page. */
export function lightAt({ x, y }: { x: number; y: number }): number {
  const [blue = 0, green = 0, red = 0] = lookAt({ x, y, width: 1, height: 1 });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Less than anybody sees: the same letters are drawn a little differently by another process. */
const SAME_COLOUR = 8;

/** How much of an area looks as it did when it was looked at before: from 0 to 1. */
export function likenessTo(area: Area, before: Buffer): number {
  const now = lookAt(area);
  let same = 0;
  for (let at = 0; at < now.length; at += 4) {
    const isSame = [0, 1, 2].every(
      (colour) => Math.abs((now[at + colour] ?? 0) - (before[at + colour] ?? 0)) < SAME_COLOUR,
    );
    if (isSame) same += 1;
  }
  return same / (now.length / 4);
}
