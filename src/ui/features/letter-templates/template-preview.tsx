import { Skeleton, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LetterLanguage, LetterText } from '#domain/letters/letter-template.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { MissingCharacters } from '../documents/missing-characters.tsx';
import { PdfPreview } from '../documents/pdf-preview.tsx';
import { cleaned } from './cleaned-texts.ts';

interface TemplatePreviewProps {
  code: string;
  language: LetterLanguage;
  text: LetterText;
}

/** A letter for each key would only make the computer slow. */
const PAUSE_MS = 700;

/** The real PDF about an invented person, anew a moment after somebody stops writing. */
export function TemplatePreview({ code, language, text }: TemplatePreviewProps) {
  const { t } = useTranslation('letter-templates');
  const [settled] = useDebouncedValue(text, PAUSE_MS);
  const wanted = { code, language, text: cleaned(settled) };
  const { data, error, isFetching } = useQuery({
    queryKey: ['documents', 'template', JSON.stringify(wanted)],
    queryFn: () => vault.letterTemplates.preview(wanted),
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <>
      <Text fw={650} role="status">
        {t(isFetching ? 'previewComing' : 'preview')}
      </Text>
      <ErrorNotice error={error} />
      <MissingCharacters characters={data?.missingCharacters} />
      {!data && !error && <Skeleton height={420} />}
      {data && <PdfPreview bytes={data.bytes} label={t('preview')} />}
    </>
  );
}
