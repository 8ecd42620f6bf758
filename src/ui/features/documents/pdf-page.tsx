import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { drawLeftToRight } from './left-to-right-canvas.ts';
import classes from './pdf-preview.module.css';

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  page: number;
  zoom: number;
  label: string;
}

const WIDEST = 900;

/** One page, drawn while it is near: a scan of two hundred pages would not fit into the memory otherwise. */
export function PdfPage({ pdf, page, zoom, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isNear = useIsNear(canvas);

  useEffect(() => {
    if (!isNear) return;
    let isGone = false;
    let cancel: (() => void) | undefined;
    const place = canvas.current;
    const draw = async () => {
      const proxy = await pdf.getPage(page);
      if (isGone || !place?.parentElement) return;
      const natural = proxy.getViewport({ scale: 1 });
      const width = Math.min(place.parentElement.clientWidth - 26, WIDEST) * zoom;
      const density = Math.min(window.devicePixelRatio || 1, 2);
      const viewport = proxy.getViewport({ scale: (width / natural.width) * density });
      place.width = Math.floor(viewport.width);
      place.height = Math.floor(viewport.height);
      drawLeftToRight(place);
      place.style.inlineSize = `${Math.floor(width)}px`;
      place.style.aspectRatio = `${natural.width} / ${natural.height}`;
      const task = proxy.render({ canvas: place, viewport });
      cancel = () => task.cancel();
      await task.promise;
    };
    // A drawing that is cancelled or outlived by its page is no failure.
    draw().catch(() => undefined);
    return () => {
      isGone = true;
      cancel?.();
      // Gives the memory back; the place stays as large as it is.
      if (place) place.width = 0;
    };
  }, [pdf, page, zoom, isNear]);

  return <canvas ref={canvas} className={classes.page} role="img" aria-label={label} />;
}

function useIsNear(canvas: RefObject<HTMLCanvasElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!canvas.current) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting ?? false),
      { rootMargin: '150% 0px' },
    );
    observer.observe(canvas.current);
    return () => observer.disconnect();
  }, [canvas]);
  return isNear;
}
