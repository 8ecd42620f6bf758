import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnTexts } from '#domain/letters/letter-template.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ConfirmDialog } from '#ui/components/confirm-dialog.tsx';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Tag } from '#ui/components/tag.tsx';
import { useDates } from '#ui/i18n/use-dates.ts';
import type { Template } from './template-editor.tsx';
import classes from './template-versions.module.css';

interface TemplateVersionsProps {
  code: string;
  versions: Template['versions'];
  isDirty: boolean;
  onLook: (texts: OwnTexts, version: number) => void;
}

/** Every version there was; one that is looked at comes back when it is saved. */
export function TemplateVersions({ code, versions, isDirty, onLook }: TemplateVersionsProps) {
  const { t } = useTranslation(['letter-templates', 'common']);
  const dates = useDates();
  const [asked, setAsked] = useState<number>();
  const look = useMutation({
    mutationFn: (version: number) => vault.letterTemplates.version({ code, version }),
    onSuccess: ({ texts }, version) => onLook(texts, version),
  });
  const open = (version: number) => (isDirty ? setAsked(version) : look.mutate(version));
  const inUse = versions[0]?.version ?? 0;
  const lines = [
    ...versions.map(({ version, isOwn, note, changedOn, changedBy }) => ({
      version,
      text: t(isOwn ? 'versionOwn' : 'versionOriginal', {
        version,
        date: dates.day(changedOn),
        name: changedBy,
        note: note ? `«${note}»` : '',
      }),
    })),
    { version: 0, text: t('versionShipped') },
  ];
  return (
    <section>
      <Text fw={650}>{t('versions')}</Text>
      <ErrorNotice error={look.error} />
      <ul className={classes.versions}>
        {lines.map(({ version, text }) => (
          <li key={version}>
            <span>{text}</span>
            {version === inUse ? (
              <Tag tone="good">{t('versionInUse')}</Tag>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('lookAtVersion', { version })}
                onClick={() => open(version)}
              >
                {t('look')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={asked !== undefined}
        title={t('common:forms.unsavedTitle')}
        confirmLabel={t('look')}
        isDangerous
        onConfirm={() => {
          if (asked !== undefined) look.mutate(asked);
          setAsked(undefined);
        }}
        onCancel={() => setAsked(undefined)}
      >
        {t('lookText')}
      </ConfirmDialog>
    </section>
  );
}
