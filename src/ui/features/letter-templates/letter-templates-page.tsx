import { NativeSelect, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vault } from '#ui/app/vault-client.ts';
import { BackLink } from '#ui/components/back-link.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { PageHeading } from '#ui/components/page-heading.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import { useLetterTemplates } from '../referrals/referral-words.ts';
import { LetterheadPanel } from './letterhead-panel.tsx';
import { TemplateEditor } from './template-editor.tsx';

/** How the association's letters look and what they say; for coordinators. */
export function LetterTemplatesPage() {
  const { t } = useTranslation(['letter-templates', 'settings']);
  const dates = useDates();
  const [code, setCode] = useState<string>();
  const { data: templates } = useLetterTemplates();
  const { data, error } = useQuery({
    queryKey: ['letters', 'template', code],
    queryFn: () => vault.letterTemplates.get({ code: code ?? '' }),
    enabled: code !== undefined,
  });
  const chosen = templates?.items.find((one) => one.code === code);
  return (
    <>
      <BackLink to="/settings/papers">{t('settings:title')}</BackLink>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <Stack gap="lg">
        <LetterheadPanel />
        <Panel title={t('words')} hint={t('wordsHint')}>
          <Stack gap="md">
            <NativeSelect
              label={t('template')}
              data={[
                { value: '', label: t('choose') },
                ...(templates?.items ?? []).map((one) => ({ value: one.code, label: one.title })),
              ]}
              value={code ?? ''}
              onChange={(event) => setCode(event.currentTarget.value || undefined)}
            />
            {chosen && (
              <Text size="sm" c="dimmed">
                {t('source', {
                  source: chosen.source,
                  date: dates.day(chosen.checkedOn),
                  evidence: t(`evidence.${chosen.evidence}`),
                })}
              </Text>
            )}
            <ErrorNotice error={error} />
            {code && !data && !error && <Skeleton height={320} />}
            {code && data && (
              <TemplateEditor
                key={`${code} ${data.versions[0]?.version ?? 0}`}
                code={code}
                template={data}
              />
            )}
          </Stack>
        </Panel>
      </Stack>
    </>
  );
}
