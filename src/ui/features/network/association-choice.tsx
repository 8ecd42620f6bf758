import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOrganisations } from '../directory/use-organisations.ts';

interface AssociationChoiceProps {
  label: string;
  description?: string | undefined;
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Associations of the directory; those of migrants stand first. */
export function AssociationChoice({ label, description, value, onChange }: AssociationChoiceProps) {
  const { t } = useTranslation('common');
  const associations = (useOrganisations({ showArchived: true }) ?? [])
    .filter(
      (one) =>
        value.includes(one.id) ||
        (!one.isArchived &&
          (one.association !== undefined ||
            ['migrantAssociation', 'partnerAssociation', 'faithCommunity'].includes(one.kind))),
    )
    .toSorted(
      (a, b) => Number(b.kind === 'migrantAssociation') - Number(a.kind === 'migrantAssociation'),
    );
  return (
    <MultiSelect
      label={label}
      description={description}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('actions.clear') }}
      nothingFoundMessage={t('forms.nothingFound')}
      data={associations.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
