import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consolidation } from '#api/consolidations.ts';
import { ProcedureError } from '#api/errors.ts';
import { useLanguage } from '#ui/app/use-language.ts';
import { vault } from '#ui/app/vault-client.ts';
import { ErrorNotice } from '#ui/components/error-notice.tsx';
import { useSaveFile } from '../documents/use-save-file.ts';
import { ShownNumber } from './openable-figure.tsx';
import classes from './reports-page.module.css';
import { useCellLabel } from './use-cell-label.ts';

/** Files of partner associations added up: chosen, looked at, saved. Nothing of them enters the register. */
export function ConsolidationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['dashboards', 'common']);
  const adding = useMutation({
    mutationFn: async () => {
      const { grants } = await vault.shell.chooseFiles({});
      return grants.length === 0 ? null : vault.consolidations.open({ grants });
    },
  });
  const { data } = adding;
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={t('consolidation.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <Stack gap="md">
        <Text>{t('consolidation.text')}</Text>
        <Group>
          <Button variant="default" loading={adding.isPending} onClick={() => adding.mutate()}>
            {t('consolidation.choose')}
          </Button>
        </Group>
        <Refusal error={adding.error} />
        {data && <AddedUp consolidation={data} />}
      </Stack>
    </Modal>
  );
}

/** Keys of the sentences, by the reasons of the vault. */
const reasons = new Map([
  ['too_few', 'tooFew'],
  ['not_a_report', 'noReport'],
  ['changed', 'changed'],
  ['twice', 'twice'],
  ['other_period', 'otherPeriod'],
  ['other_population', 'otherPopulation'],
  ['other_tables', 'otherTables'],
] as const);

function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation('dashboards');
  const details = error instanceof ProcedureError ? error.details : undefined;
  const reason = [...reasons].find(([code]) => code === details?.reason)?.[1];
  return (
    <>
      <ErrorNotice error={error} />
      {reason && <Text>{t(`consolidation.why.${reason}`, { file: details?.file })}</Text>}
    </>
  );
}

function AddedUp({ consolidation: { partners, cells } }: { consolidation: Consolidation }) {
  const { t } = useTranslation('dashboards');
  const label = useCellLabel();
  return (
    <>
      <Alert color="petrol">{t('consolidation.how')}</Alert>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('consolidation.association')}</th>
            <th scope="col">{t('consolidation.people')}</th>
            <th scope="col">{t('consolidation.hidden')}</th>
          </tr>
        </thead>
        <tbody>
          {partners.map(({ association, total, hidden }) => (
            <tr key={association}>
              <th scope="row">{association}</th>
              <td>
                <ShownNumber value={total} />
              </td>
              <td>{hidden}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.people}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('consolidation.figure')}</th>
              <th scope="col">{t('consolidation.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ cell, value, hiddenBy }) => (
              <tr key={cell}>
                <th scope="row">
                  {label(cell)}
                  {hiddenBy > 0 && (
                    <Text size="sm" fw={400} c="dimmed">
                      {t('consolidation.hiddenBy', { count: hiddenBy })}
                    </Text>
                  )}
                </th>
                <td>
                  <ShownNumber value={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SaveIt />
    </>
  );
}

const formats = ['json', 'xlsx', 'csv', 'pdf'] as const;

function SaveIt() {
  const { t } = useTranslation(['dashboards', 'reports']);
  const { current: language } = useLanguage();
  const [recipient, setRecipient] = useState('');
  const saving = useSaveFile();
  return (
    <>
      <TextInput
        label={t('consolidation.recipient')}
        required
        maxLength={200}
        value={recipient}
        onChange={(event) => setRecipient(event.currentTarget.value)}
      />
      <Group gap="xs">
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            disabled={recipient.trim() === ''}
            loading={saving.isPending && saving.variables.format === format}
            onClick={() =>
              saving.mutate({
                suggestedName: `approdo-consolidato.${format}`,
                format,
                write: (grant) => vault.consolidations.save({ recipient, language, format, grant }),
              })
            }
          >
            {t(`reports:formats.${format}`)}
          </Button>
        ))}
      </Group>
    </>
  );
}
