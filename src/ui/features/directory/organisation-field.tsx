import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organisation } from '#api/directory.ts';
import { useLabels } from '#ui/i18n/use-labels.ts';
import { OrganisationDialog } from './organisation-dialog.tsx';
import { useOrganisations } from './use-organisations.ts';

interface OrganisationFieldProps {
  label: string;
  description?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  /** Only organisations of these kinds; all of them when left out. */
  kinds?: string[] | undefined;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** Chooses an office, or adds it without leaving what one was doing. */
export function OrganisationField(props: OrganisationFieldProps) {
  const { kinds } = props;
  const { t } = useTranslation(['directory', 'common']);
  const { label } = useLabels();
  const [isAdding, setAdding] = useState(false);
  const organisations = useOrganisations() ?? [];
  const fitting = organisations.filter((one) => !kinds || kinds.includes(one.kind));
  const isEmpty = fitting.length === 0;
  return (
    <div>
      <Select
        label={props.label}
        description={isEmpty && kinds ? t('field.noneFits') : props.description}
        placeholder={t('field.choose')}
        required={props.required ?? false}
        searchable
        disabled={isEmpty}
        nothingFoundMessage={t('common:forms.nothingFound')}
        data={groupByKind(fitting, label)}
        value={props.value}
        error={props.error}
        onChange={props.onChange}
      />
      <Button
        mt={4}
        size="compact-md"
        variant={isEmpty ? 'light' : 'subtle'}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        {t('field.add')}
      </Button>
      {isAdding && (
        <OrganisationDialog
          kinds={kinds}
          onCancel={() => setAdding(false)}
          onSaved={(id) => {
            setAdding(false);
            props.onChange(id);
          }}
        />
      )}
    </div>
  );
}

function groupByKind(organisations: Organisation[], label: (list: string, code: string) => string) {
  const kinds = [...new Set(organisations.map((one) => one.kind))];
  return kinds.map((kind) => ({
    group: label('organisationKinds', kind),
    items: organisations
      .filter((one) => one.kind === kind)
      .map((one) => ({
        value: one.id,
        label: one.office ? `${one.name} – ${one.office}` : one.name,
      })),
  }));
}
