import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef } from 'react';
import classes from './pdf-preview.module.css';

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  page: number;
  zoom: number;
  label: string;
}

export function PdfPage({ pdf, page, zoom, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    let isGone = false;
    let cancel: (() => void) | undefined;
    const draw = async () => {
      const proxy = await pdf.getPage(page);
      const place = canvas.current;
      if (isGone || !place?.parentElement) return;
      const natural = proxy.getViewport({ scale: 1 });
      const width = Math.min(place.parentElement.clientWidth - 26, 900) * zoom;
      const density = Math.min(window.devicePixelRatio || 1, 2);
      const viewport = proxy.getViewport({ scale: (width / natural.width) * density });
      place.width = Math.floor(viewport.width);
      place.height = Math.floor(viewport.height);
      place.style.inlineSize = `${Math.floor(width)}px`;
      const task = proxy.render({ canvas: place, viewport });
      cancel = () => task.cancel();
      await task.promise;
    };
    // A drawing that is cancelled or outlived by its page is no failure.
    draw().catch(() => undefined);
    return () => {
      isGone = true;
      cancel?.();
    };
  }, [pdf, page, zoom]);

  return <canvas ref={canvas} className={classes.page} role="img" aria-label={label} />;
}
