import { ActionIcon, Button, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#api/settings.ts';
import { Panel } from '#ui/components/panel.tsx';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationDialog } from '../casework/organisation-dialog.tsx';
import { useOrganisations } from '../casework/use-organisations.ts';
import classes from './settings-page.module.css';

export function OrganisationsPanel() {
  const { t } = useTranslation('settings');
  const { label } = useLabels();
  const organisations = useOrganisations();
  const [edited, setEdited] = useState<Organisation | 'new'>();
  return (
    <Panel
      title={t('organisations.title')}
      hint={t('organisations.hint')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('organisations.add')}
        </Button>
      }
    >
      {organisations?.length === 0 && <Text c="dimmed">{t('organisations.empty')}</Text>}
      <ul className={classes.offices}>
        {organisations?.map((organisation) => (
          <li key={organisation.id}>
            <span>
              {organisation.name}
              {organisation.office && ` – ${organisation.office}`}
              <span className={classes.kind}>{label('organisationKinds', organisation.kind)}</span>
            </span>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('organisations.edit', { name: organisation.name })}
              onClick={() => setEdited(organisation)}
            >
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {edited && (
        <OrganisationDialog
          organisation={edited === 'new' ? undefined : edited}
          onSaved={() => setEdited(undefined)}
          onCancel={() => setEdited(undefined)}
        />
      )}
    </Panel>
  );
}
