/**
 * To be called when the canvas has its size. Letters are put down at their left edge; a canvas takes the direction of
 * the page, and in one from right to left would put them down at their right edge, each beside its place.
 */
export function drawLeftToRight(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (context) context.direction = 'ltr';
}
