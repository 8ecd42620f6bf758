import { Skeleton, Text } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#api/attachments.ts';
import { isPicture, isShown } from '#domain/attachments/media-type.ts';
import { vault } from '#ui/app/vault-client.ts';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PdfPreview } from '../documents/pdf-preview.tsx';
import classes from './paper-view.module.css';
import { PictureView } from './picture-view.tsx';

/** A letter is a few thousand signs; a log file of 20 MB would only stop the page. */
const MOST_TEXT_BYTES = 200_000;

/** The paper itself, decrypted into the page's memory and nowhere else. */
export function PaperView({ paper, label }: { paper: Attachment; label: string }) {
  const { t } = useTranslation('attachments');
  const { data, error, refetch } = useQuery({
    queryKey: ['documents', 'attachment', paper.id],
    queryFn: () => vault.attachments.get({ id: paper.id }),
    enabled: isShown(paper.mediaType),
    // Nothing of it stays behind after it was looked at.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!isShown(paper.mediaType)) {
    return (
      <EmptyState icon={<IconFile size={28} />} title={t('notShownTitle')}>
        {t('notShownText')}
      </EmptyState>
    );
  }
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={420} aria-label={t('opening')} />;
  if (isPicture(data.mediaType)) {
    return <PictureView bytes={data.bytes} mediaType={data.mediaType} label={label} />;
  }
  if (data.mediaType === 'application/pdf') {
    return (
      <div className={classes.pages}>
        <PdfPreview bytes={data.bytes} label={label} />
      </div>
    );
  }
  return <TextView bytes={data.bytes} label={label} />;
}

function TextView({ bytes, label }: { bytes: Uint8Array; label: string }) {
  const { t } = useTranslation('attachments');
  const words = new TextDecoder().decode(bytes.subarray(0, MOST_TEXT_BYTES));
  return (
    <>
      {/* Focusable, so that the keyboard can scroll it. */}
      <section className={classes.text} dir="auto" aria-label={label} tabIndex={-1}>
        {words}
      </section>
      {bytes.length > MOST_TEXT_BYTES && <Text size="sm">{t('textCut')}</Text>}
    </>
  );
}
