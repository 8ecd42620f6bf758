import { Checkbox, Input, SegmentedControl, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { screenColours } from '#domain/vocabularies/screen-colours.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { Panel } from '#ui/components/panel.tsx';

const KEY = ['shell', 'appearance'];

/** Of this computer, whoever works at it. The colours change at once: the window asks its page for others. */
export function AppearancePanel() {
  const { t } = useTranslation('settings');
  const label = useId();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => vault.shell.info({}) });
  const change = useMutation({
    mutationFn: vault.shell.setPreferences,
    onSuccess: (_done, { moreContrast }) => {
      const { dataset } = document.documentElement;
      if (moreContrast === true) dataset.contrast = 'more';
      if (moreContrast === false) delete dataset.contrast;
      return queries.invalidateQueries({ queryKey: KEY });
    },
  });
  if (!data) return null;
  // As chosen, without waiting until it is written down.
  const shown = { ...data, ...(change.isPending ? change.variables : {}) };
  return (
    <Panel title={t('appearance.title')} hint={t('appearance.hint')}>
      <Stack gap="md" align="flex-start">
        <div>
          <Input.Label id={label}>{t('appearance.colours')}</Input.Label>
          <br />
          <SegmentedControl
            aria-labelledby={label}
            value={shown.colours}
            onChange={(value) => {
              const colours = screenColours.find((one) => one === value);
              if (colours) change.mutate({ colours });
            }}
            data={screenColours.map((value) => ({ value, label: t(`appearance.${value}`) }))}
          />
        </div>
        <Checkbox
          label={t('appearance.contrast')}
          description={t('appearance.contrastHint')}
          checked={shown.moreContrast}
          onChange={({ currentTarget: { checked } }) => change.mutate({ moreContrast: checked })}
        />
        <Checkbox
          label={t('appearance.cover')}
          description={t('appearance.coverHint')}
          checked={shown.coversWhenLeft}
          onChange={({ currentTarget: { checked } }) => change.mutate({ coversWhenLeft: checked })}
        />
        <ErrorNotice error={change.error} />
      </Stack>
    </Panel>
  );
}
