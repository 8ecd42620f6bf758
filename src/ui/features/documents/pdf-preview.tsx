import { ActionIcon, Alert, Group, Skeleton, Text } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PdfPage } from './pdf-page.tsx';
import classes from './pdf-preview.module.css';
import { openPdf } from './pdf-worker.ts';

interface PdfPreviewProps {
  bytes: Uint8Array;
  /** What the document is, for those who hear the page. */
  label: string;
}

const zooms = [0.6, 0.8, 1, 1.25, 1.5, 2];

/** The real document, page by page, exactly as it will print. */
export function PdfPreview({ bytes, label }: PdfPreviewProps) {
  const { t } = useTranslation('documents');
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [hasFailed, setFailed] = useState(false);
  const [zoom, setZoom] = useState(2);

  useEffect(() => {
    let isGone = false;
    let close: (() => void) | undefined;
    setFailed(false);
    openPdf(bytes)
      .then(async (task) => {
        close = () => void task.destroy();
        const opened = await task.promise;
        if (isGone) close();
        else setPdf(opened);
      })
      .catch(() => {
        if (!isGone) setFailed(true);
      });
    return () => {
      isGone = true;
      close?.();
    };
  }, [bytes]);

  if (hasFailed) return <Alert color="terracotta">{t('notShown')}</Alert>;
  if (!pdf) return <Skeleton height={480} aria-label={t('preparing')} />;
  const pages = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return (
    <section className={classes.pages} aria-label={label}>
      {/* The buttons stay inside the frame that scrolls, so that the keyboard can reach it. */}
      <div className={classes.tools}>
        <Text size="sm">{t('pages', { count: pdf.numPages })}</Text>
        <Group gap={4}>
          <ActionIcon
            variant="default"
            aria-label={t('zoomOut')}
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          >
            <IconZoomOut size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t('zoomIn')}
            disabled={zoom === zooms.length - 1}
            onClick={() => setZoom(zoom + 1)}
          >
            <IconZoomIn size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </div>
      {pages.map((page) => (
        <PdfPage
          key={page}
          pdf={pdf}
          page={page}
          zoom={zooms[zoom] ?? 1}
          label={t('page', { page, pages: pdf.numPages })}
        />
      ))}
    </section>
  );
}
