/*
 * A few bytes can claim a picture of 50,000 by 50,000 points, which takes ten gigabytes to show. The claim
 * stands in the header, so it is read there before anything is decoded.
 */
import { broken, refuseFile } from '../refused.ts';

const MAX_POINTS = 50_000_000;
const MAX_SIDE = 20_000;

export function checkPictureSize(width: number, height: number): void {
  if (width < 1 || height < 1) broken();
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_POINTS) {
    refuseFile('picture_too_large');
  }
}
